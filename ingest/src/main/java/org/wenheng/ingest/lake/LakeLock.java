package org.wenheng.ingest.lake;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.locks.ReentrantLock;

/**
 * The right to write to a lake, held by one thread of one process at a time; others wait. The operating system takes it
 * back from a process that ends in whatever way, so that nobody waits for the dead.
 */
final class LakeLock {
    /** A file is locked by a process, not by a thread: the threads of this one queue here. */
    private static final Map<Path, ReentrantLock> THREADS = new ConcurrentHashMap<>();

    private final ReentrantLock thread;
    private final FileChannel channel;

    private LakeLock(ReentrantLock thread, FileChannel channel) {
        this.thread = thread;
        this.channel = channel;
    }

    /** Waits for the lake and takes it. Its folder is made if it is not there. */
    static LakeLock take(Path root) {
        try {
            Files.createDirectories(root);
            ReentrantLock thread = THREADS.computeIfAbsent(root.toRealPath(), path -> new ReentrantLock(true));
            thread.lock();
            try {
                return new LakeLock(thread, lockedFile(root.resolve("_lock")));
            } catch (IOException | RuntimeException e) {
                thread.unlock();
                throw e;
            }
        } catch (IOException e) {
            throw new UncheckedIOException("Cannot lock the lake " + root, e);
        }
    }

    private static FileChannel lockedFile(Path file) throws IOException {
        FileChannel channel = FileChannel.open(file, StandardOpenOption.CREATE, StandardOpenOption.WRITE);
        try {
            channel.lock();
            return channel;
        } catch (IOException | RuntimeException e) {
            channel.close();
            throw e;
        }
    }

    /** Gives the lake back. */
    void close() {
        try {
            channel.close();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } finally {
            thread.unlock();
        }
    }
}
