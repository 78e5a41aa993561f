package io.weir.dataplane.admin;

import com.sun.management.UnixOperatingSystemMXBean;
import io.netty.util.internal.PlatformDependent;
import java.lang.management.BufferPoolMXBean;
import java.lang.management.GarbageCollectorMXBean;
import java.lang.management.ManagementFactory;
import java.lang.management.MemoryMXBean;
import java.lang.management.MemoryUsage;

/** What is told of the process, by the names that are usual for it. */
final class JvmMetrics {
  private static final double MILLIS = 1e3;
  private static final double NANOS = 1e9;

  private JvmMetrics() {}

  static void write(PrometheusText out) {
    MemoryMXBean memory = ManagementFactory.getMemoryMXBean();
    MemoryUsage heap = memory.getHeapMemoryUsage();
    out.family("jvm_memory_used_bytes", "gauge", "Memory used.")
        .sample(heap.getUsed(), "area", "heap")
        .sample(memory.getNonHeapMemoryUsage().getUsed(), "area", "nonheap");
    out.family("jvm_memory_max_bytes", "gauge", "Memory that may be used.")
        .sample(heap.getMax(), "area", "heap");
    out.gauge(
        "jvm_direct_memory_used_bytes",
        "Buffers outside the heap.",
        Math.max(0, PlatformDependent.usedDirectMemory()) + directBuffers());
    var collectors = ManagementFactory.getGarbageCollectorMXBeans();
    out.family("jvm_gc_collection_seconds", "summary", "Time spent collecting garbage.");
    for (GarbageCollectorMXBean gc : collectors) {
      out.summary(gc.getCollectionTime() / MILLIS, gc.getCollectionCount(), "gc", gc.getName());
    }
    out.gauge(
        "jvm_threads_current", "Threads.", ManagementFactory.getThreadMXBean().getThreadCount());
    out.family("process_start_time_seconds", "gauge", "Start, since 1970.")
        .sample(ManagementFactory.getRuntimeMXBean().getStartTime() / MILLIS);
    if (ManagementFactory.getOperatingSystemMXBean() instanceof UnixOperatingSystemMXBean system) {
      out.family("process_cpu_seconds_total", "counter", "CPU time of the process.")
          .sample(system.getProcessCpuTime() / NANOS);
      out.gauge("process_open_fds", "Open files.", system.getOpenFileDescriptorCount());
      out.gauge("process_max_fds", "Files that may be open.", system.getMaxFileDescriptorCount());
    }
  }

  private static long directBuffers() {
    return ManagementFactory.getPlatformMXBeans(BufferPoolMXBean.class).stream()
        .filter(pool -> pool.getName().equals("direct"))
        .mapToLong(BufferPoolMXBean::getMemoryUsed)
        .sum();
  }
}
