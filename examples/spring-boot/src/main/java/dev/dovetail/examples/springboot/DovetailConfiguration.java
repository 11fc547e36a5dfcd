package dev.dovetail.examples.springboot;

import dev.dovetail.dao.Store;
import dev.dovetail.dao.mybatis.MyBatisStore;
import dev.dovetail.dao.mybatis.spring.SpringTransactions;
import dev.dovetail.http.HttpApi;
import dev.dovetail.http.access.TokenVerifier;
import dev.dovetail.http.observation.Metrics;
import dev.dovetail.http.servlet.DovetailServlet;
import dev.dovetail.json.JacksonCodec;
import dev.dovetail.notification.outbox.EventListener;
import dev.dovetail.plugin.Plugin;
import dev.dovetail.plugin.PluginRegistry;
import io.micrometer.core.instrument.binder.MeterBinder;
import java.util.List;
import javax.sql.DataSource;
import org.springframework.boot.sql.init.dependency.DependsOnDatabaseInitialization;
import org.springframework.boot.web.servlet.ServletRegistrationBean;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;

/** Mounts Dovetail at {@code /api}, on the application's own data source, transactions, users and metrics. */
@Configuration(proxyBeanMethods = false)
class DovetailConfiguration {
    private static final String USER = "Remote-User";

    /**
     * Serves the plugins that are beans, and tells the listeners that are. They are made before the relay starts, so
     * they miss nothing; the context closes the registry, and with it the relay, before the data source.
     */
    @Bean
    @DependsOnDatabaseInitialization // the tables are looked at when the plugins are loaded
    PluginRegistry registry(DataSource dataSource, List<Plugin> plugins, List<EventListener> listeners) {
        Store store = MyBatisStore.builder(dataSource)
                .codec(JacksonCodec.create())
                .ambient(SpringTransactions.of(dataSource))
                .build()
                .createOutbox();
        PluginRegistry.Builder registry =
                PluginRegistry.on(store).plugins(plugins).relayInBackground();
        listeners.forEach(registry::listener);
        return registry.load();
    }

    @Bean
    ServletRegistrationBean<DovetailServlet> dovetailServlet(PluginRegistry registry, TokenVerifier users) {
        HttpApi api = HttpApi.of(registry)
                .tokens(users)
                .tokenHeader(USER)
                .accessPrefix(SpringUsers.PREFIX)
                .observer(new RouteNames("/api"))
                .build();
        return new ServletRegistrationBean<>(DovetailServlet.of(api).userIn(USER), "/api/*");
    }

    @Bean
    MeterBinder outboxMetrics(PluginRegistry registry) {
        return meters -> Metrics.outbox(meters, registry);
    }
}
