package io.dsreview.live;

import java.io.IOException;
import java.nio.file.Path;
import java.util.concurrent.TimeUnit;

/** A worker of a bed, which runs what was put into the queue. Superset's own defaults keep the queue in a file. */
final class Worker {

    private final Process process;

    private Worker(Process process) {
        this.process = process;
    }

    static Worker of(Bed bed) throws IOException {
        Path home = Path.of(bed.dataFile()).toAbsolutePath().getParent();
        ProcessBuilder command = new ProcessBuilder(
                        home.resolveSibling("bin").resolve("celery").toString(),
                        "--app=superset.tasks.celery_app:app",
                        "worker",
                        "--pool=solo")
                .directory(home.toFile())
                .redirectErrorStream(true)
                .redirectOutput(home.resolve("worker.log").toFile());
        command.environment().put("SUPERSET_HOME", home.toString());
        command.environment()
                .put(
                        "SUPERSET_CONFIG_PATH",
                        Path.of("..", "superset", "superset_config.py")
                                .toAbsolutePath()
                                .normalize()
                                .toString());
        return new Worker(command.start());
    }

    void stop() throws InterruptedException {
        process.destroy();
        if (!process.waitFor(20, TimeUnit.SECONDS)) {
            process.destroyForcibly();
        }
    }
}
