package org.orglife.reminder;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface OverdueActionRepository extends Repository<OverdueAction, Long> {

    OverdueAction save(OverdueAction action);

    @Query("select a from OverdueAction a where a.itemId in :itemIds order by a.heldOn, a.id")
    List<OverdueAction> of(Collection<Long> itemIds);
}
