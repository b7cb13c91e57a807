package org.wenheng.analytics.run;

import org.apache.spark.scheduler.SparkListener;
import org.apache.spark.scheduler.SparkListenerExecutorAdded;
import org.apache.spark.scheduler.SparkListenerExecutorRemoved;
import org.apache.spark.scheduler.SparkListenerTaskEnd;

/** Tells the test that started a process what happens on the cluster. */
public final class TaskBell extends SparkListener {
    @Override
    public void onExecutorAdded(SparkListenerExecutorAdded added) {
        System.out.println("executor added " + added.executorId());
    }

    @Override
    public void onExecutorRemoved(SparkListenerExecutorRemoved removed) {
        System.out.println("executor removed " + removed.executorId());
    }

    @Override
    public void onTaskEnd(SparkListenerTaskEnd ended) {
        System.out.println("task ended on " + ended.taskInfo().executorId());
    }
}
