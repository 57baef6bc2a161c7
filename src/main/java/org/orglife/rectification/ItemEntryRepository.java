package org.orglife.rectification;

import java.util.List;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface ItemEntryRepository extends Repository<ItemEntry, Long> {

    ItemEntry save(ItemEntry entry);

    /** Newest first. */
    @Query("select e from ItemEntry e where e.item.id = :itemId order by e.happenedOn desc, e.id desc")
    List<ItemEntry> of(Long itemId);

    @Query("select count(e) from ItemEntry e where e.item.id = :itemId and e.kind not in (IMPORTED, IMPORT_CHANGED)")
    long countOwn(Long itemId);

    @Modifying(flushAutomatically = true)
    @Query("delete from ItemEntry e where e.item.id = :itemId")
    void deleteOf(Long itemId);
}
