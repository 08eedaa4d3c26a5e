import org.codelibs.opensearch.runner.OpenSearchRunner;

/** Arguments: HTTP port, transport port, folder. */
public class OpenSearchNode {
    public static void main(String[] arguments) throws Exception {
        OpenSearchRunner runner = new OpenSearchRunner();
        runner.onBuild((number, settings) -> {
            settings.put("http.port", arguments[0]);
            settings.put("transport.port", arguments[1]);
            settings.put("network.host", "127.0.0.1");
            settings.put("discovery.type", "single-node");
            settings.put("action.auto_create_index", "false");
            settings.put("cluster.routing.allocation.disk.threshold_enabled", "false");
        });
        Runtime.getRuntime().addShutdownHook(new Thread(() -> {
            try {
                runner.close();
            } catch (Exception e) {
                // it ends anyway
            }
        }));
        runner.build(
            OpenSearchRunner.newConfigs().basePath(arguments[2]).numOfNode(1).clusterName("engines").useLogger());
        Thread.currentThread().join();
    }
}
