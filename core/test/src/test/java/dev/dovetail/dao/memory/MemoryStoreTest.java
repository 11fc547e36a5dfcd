package dev.dovetail.dao.memory;

import dev.dovetail.dao.Store;
import dev.dovetail.dao.contract.StoreSuite;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Runs the contract suite on the store in memory. */
class MemoryStoreTest extends StoreSuite {
    @Override
    protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
        return MemoryStore.create(clock, Duration.ofSeconds(10));
    }
}
