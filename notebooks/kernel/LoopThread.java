package org.rapaio.jupyter.kernel.channels;

/**
 * Takes the place of the kernel's class of this name, which in version 3.0.1 now and then leaves a kernel that answers
 * nobody: it sets its flag after the thread has started, and a thread that is quicker than that ends at once; and a message
 * that comes before the kernel has its handlers ends the thread that reads it. Here the flag is set first, and such a
 * message is passed over: Jupyter asks again every second until it is answered.
 */
public final class LoopThread extends Thread {
    private final long pauseMillis;
    private final Runnable loopBody;
    private volatile boolean running;

    /** A thread that runs the body again and again, with a pause in between, until it is shut down or interrupted. */
    public LoopThread(String name, long pauseMillis, Runnable loopBody) {
        super(name);
        this.pauseMillis = pauseMillis;
        this.loopBody = loopBody;
    }

    @Override
    public synchronized void start() {
        running = true;
        super.start();
    }

    @Override
    public void run() {
        try {
            while (running) {
                try {
                    loopBody.run();
                } catch (NullPointerException e) {
                    System.err.println(getName() + ": a message came too early: " + e.getMessage());
                }
                Thread.sleep(pauseMillis);
            }
        } catch (InterruptedException e) {
            running = false;
        }
    }

    /** Lets the thread end after its next pause. */
    public void shutdown() {
        running = false;
    }
}
