package example.sorted;

import dev.dovetail.dao.Store;
import dev.dovetail.dao.contract.StoreSuite;
import dev.dovetail.resource.Association;
import dev.dovetail.resource.Resource;
import java.time.Clock;
import java.util.List;

class SortedStoreTest extends StoreSuite {
    @Override
    protected Store open(List<Resource<?, ?>> resources, List<Association<?, ?, ?, ?>> links, Clock clock) {
        return new SortedStore(clock);
    }
}
