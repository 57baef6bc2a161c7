package org.orglife.rectification;

import java.util.List;
import org.orglife.organisation.ScopeSql;
import org.orglife.shared.BranchScope;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** 合并、移交: how items lead to each other, in both directions. */
@Service
@Transactional(readOnly = true)
public class ItemLinks {

    private static final long NONE = -1;

    private final JdbcClient jdbc;

    ItemLinks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** The items that lead to or from one that the caller may read. */
    public List<ItemLink> of(RectificationItem item, BranchScope scope) {
        ScopeSql within = ScopeSql.on("u", scope);
        return jdbc.sql("""
                        select case when o.merged_into_id = :id then 'MERGED_HERE' when o.id = :into then 'MERGED_INTO'
                            when o.transferred_from_id = :id then 'TRANSFERRED_TO' else 'TRANSFERRED_FROM' end kind,
                          p.id, p.number, p.text, u.name branch, %s open
                        from rectification_item o
                        join problem p on p.id = o.id
                        join org_unit u on u.id = p.branch_id
                        where o.merged_into_id = :id or o.transferred_from_id = :id or o.id in (:into, :from)
                        order by p.number, p.id
                        """.formatted(within.condition()))
                .params(within.parameters())
                .param("id", item.getId())
                .param("into", item.getMergedIntoId() == null ? NONE : item.getMergedIntoId())
                .param("from", item.getTransferredFromId() == null ? NONE : item.getTransferredFromId())
                .query(ItemLink.class)
                .list();
    }
}
