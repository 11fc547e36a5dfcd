package dev.dovetail.benchmarks;

import static dev.dovetail.benchmarks.VoicemailApp.LINES;
import static dev.dovetail.benchmarks.VoicemailApp.USERS;
import static dev.dovetail.benchmarks.VoicemailApp.USER_LINES;
import static dev.dovetail.benchmarks.VoicemailApp.VOICEMAILS;

import dev.dovetail.AssociationService;
import dev.dovetail.CRUDService;
import dev.dovetail.context.CallContext;
import dev.dovetail.context.Scope;
import dev.dovetail.dao.Store;
import dev.dovetail.dao.memory.MemoryStore;
import dev.dovetail.dao.mybatis.MyBatisStore;
import dev.dovetail.json.JacksonCodec;
import dev.dovetail.notification.EventType;
import dev.dovetail.notification.Notifier;
import dev.dovetail.notification.outbox.Relay;
import dev.dovetail.operation.Change;
import dev.dovetail.operation.Edit;
import dev.dovetail.plugin.AssociationPlugin;
import dev.dovetail.plugin.PluginRegistry;
import dev.dovetail.plugin.ResourcePlugin;
import dev.dovetail.query.Criterion;
import dev.dovetail.query.Search;
import dev.dovetail.query.Total;
import dev.dovetail.resource.Column;
import dev.dovetail.transaction.UnitOfWork;
import java.time.Clock;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Consumer;
import javax.sql.DataSource;

/** Does everything by Dovetail's services. */
final class ByDovetail implements Operations {
    private static final EventType<Voicemail> CREATED = new EventType<>("voicemail_created", Voicemail.class);
    private static final EventType<Voicemail> EDITED = new EventType<>("voicemail_edited", Voicemail.class);
    private static final Column<Voicemail, String> NAME = VOICEMAILS.column(Voicemail::name);
    private static final Column<Voicemail, String> CONTEXT = VOICEMAILS.column(Voicemail::context);
    private static final CallContext CALL = CallContext.of(Scope.all());

    private final PluginRegistry registry;
    private final CRUDService<Voicemail, Integer> voicemails;
    private final AssociationService<VoicemailApp.User, Integer, VoicemailApp.Line, Integer> userLines;

    private ByDovetail(PluginRegistry registry, CRUDService<Voicemail, Integer> voicemails) {
        this.registry = registry;
        this.voicemails = voicemails;
        this.userLines = registry.of(USER_LINES);
    }

    static Store inMemory() {
        return MemoryStore.create();
    }

    static MyBatisStore on(DataSource dataSource) {
        return MyBatisStore.builder(dataSource)
                .table(VOICEMAILS, table -> table.name("voicemail").noSearchText())
                .table(LINES, table -> table.name("line"))
                .links(USER_LINES, table -> table.noSequence())
                .codec(JacksonCodec.create())
                .ownsDataSource()
                .build();
    }

    /** Returns services whose notifiers call the listener themselves. */
    static ByDovetail calling(Store store, Consumer<Object> listener) {
        Notifier<Change<Voicemail>> told = (change, announcements) -> listener.accept(change.value());
        PluginRegistry registry = registry(store, told, listener).load();
        return new ByDovetail(registry, registry.of(VOICEMAILS));
    }

    /** Returns services whose notifiers announce events, of which a relay tells the listener. */
    static ByDovetail announcing(Store store, Consumer<Object> listener) {
        PluginRegistry.Builder builder = registry(store, events(), listener).listener(listener::accept);
        PluginRegistry registry = (store instanceof MyBatisStore ? builder.relayInBackground() : builder).load();
        return new ByDovetail(registry, registry.of(VOICEMAILS));
    }

    /** Returns services whose events stay in the outbox, for another node to deliver. */
    static ByDovetail recording(Store store, Consumer<Object> listener) {
        PluginRegistry registry = registry(store, Notifier.none(), listener).load();
        Relay elsewhere = new Relay(store.outbox(), List.of(listener::accept), Map.of(), Clock.systemUTC());
        UnitOfWork unitOfWork =
                new UnitOfWork(store, elsewhere.recording(), () -> {}, Clock.systemUTC(), UUID::randomUUID);
        return new ByDovetail(
                registry,
                CRUDService.builder(store.dao(VOICEMAILS), unitOfWork)
                        .preparation(change -> VoicemailApp.identified(registry, change))
                        .notifier(events())
                        .build());
    }

    private static Notifier<Change<Voicemail>> events() {
        return Notifier.<Voicemail>of()
                .created(CREATED::of)
                .edited(change -> EDITED.of(change.value()))
                .build();
    }

    private static PluginRegistry.Builder registry(
            Store store, Notifier<Change<Voicemail>> told, Consumer<Object> listener) {
        return PluginRegistry.on(store)
                .plugins(
                        VoicemailApp.VOICEMAIL_PLUGIN.announces(told),
                        ResourcePlugin.of(USERS),
                        ResourcePlugin.of(LINES),
                        AssociationPlugin.of(USER_LINES)
                                .afterLinking((services, link) -> listener.accept(link))
                                .afterUnlinking((services, link) -> listener.accept(link)));
    }

    /** Creates users and lines to associate. */
    void createSides() {
        registry.of(USERS).createAll(CALL, Collections.nCopies(Rows.USERS, new VoicemailApp.User(0, "user", null)));
        registry.of(LINES).createAll(CALL, Collections.nCopies(Rows.USERS, new VoicemailApp.Line(0, "line")));
    }

    @Override
    public Voicemail get(int id) {
        return voicemails.get(CALL, id);
    }

    @Override
    public List<Voicemail> search(String context) {
        return voicemails
                .search(
                        CALL,
                        Search.where(Criterion.equal(CONTEXT, context))
                                .limit(Rows.PAGE)
                                .total(Total.SKIPPED))
                .items();
    }

    @Override
    public Voicemail create(Voicemail row) {
        return voicemails.create(CALL, row);
    }

    @Override
    public List<Voicemail> createAll(List<Voicemail> rows) {
        return voicemails.createAll(CALL, rows);
    }

    @Override
    public Voicemail edit(int id, String name) {
        return voicemails.edit(CALL, id, Edit.of(VOICEMAILS).set(NAME, name));
    }

    @Override
    public boolean associate(int user, int line) {
        return userLines.associate(CALL, user, line);
    }

    @Override
    public boolean dissociate(int user, int line) {
        return userLines.dissociate(CALL, user, line);
    }

    @Override
    public void close() {
        registry.close();
    }
}
