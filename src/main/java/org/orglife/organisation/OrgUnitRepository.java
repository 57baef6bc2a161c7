package org.orglife.organisation;

import jakarta.persistence.QueryHint;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.hibernate.jpa.HibernateHints;
import org.jspecify.annotations.Nullable;
import org.springframework.data.jpa.repository.Modifying;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.jpa.repository.QueryHints;
import org.springframework.data.repository.Repository;

interface OrgUnitRepository extends Repository<OrgUnit, Long> {

    OrgUnit save(OrgUnit unit);

    Optional<OrgUnit> findById(Long id);

    void delete(OrgUnit unit);

    void flush();

    Optional<OrgUnit> findByCode(String code);

    List<OrgUnit> findByIdIn(Collection<Long> ids);

    List<OrgUnit> findByParentIsNullOrderById();

    @Query("select u from OrgUnit u where u.path like concat(:path, '%') and u.dissolvedOn is null")
    List<OrgUnit> openWithin(String path);

    @Query(
            "select u from OrgUnit u where u.parent.id = :branchId and u.kind = GROUP and u.dissolvedOn is null order by u.name")
    List<OrgUnit> groupsOf(Long branchId);

    /** Units other than this one that have its name under its superior, or its code anywhere. */
    @Query("""
            select count(u) > 0 from OrgUnit u
            where u.id <> :unitId and u.name = :name and u.dissolvedOn is null
              and (u.parent.id = :parentId or (:parentId is null and u.parent is null))
            """)
    boolean isNameTaken(Long unitId, @Nullable Long parentId, String name);

    boolean existsByCodeAndIdNot(String code, Long id);

    @Query("select count(u) from OrgUnit u where u.parent.id = :unitId and u.dissolvedOn is null")
    long countOpenChildren(Long unitId);

    /** Enrolments and tasks that name the unit, past ones included. */
    @Query(value = """
                    select (select count(*) from membership where branch_id = :unitId or group_id = :unitId)
                      + (select count(*) from branch_task where branch_id = :unitId)
                    """, nativeQuery = true)
    long countUses(Long unitId);

    /** Sends nothing that is still to be written: otherwise each unit of an import would be a round of its own. */
    @QueryHints(@QueryHint(name = HibernateHints.HINT_FLUSH_MODE, value = "COMMIT"))
    @Query(value = "select nextval('org_unit_seq')", nativeQuery = true)
    long nextId();

    /** Several numbers at once. */
    @QueryHints(@QueryHint(name = HibernateHints.HINT_FLUSH_MODE, value = "COMMIT"))
    @Query(value = "select nextval('org_unit_seq') from generate_series(1, :count)", nativeQuery = true)
    List<Long> nextIds(int count);

    /** One change of the tree at a time: two moves at once could make a circle. */
    @Query(value = "select 1 from pg_advisory_xact_lock(hashtext('org_unit.tree'))", nativeQuery = true)
    int lockTree();

    @Modifying(flushAutomatically = true, clearAutomatically = true)
    @Query(value = """
                    update org_unit
                    set path = :newPrefix || substr(path, length(:oldPrefix) + 1),
                      parent_id = case when id = :unitId then :parentId else parent_id end,
                      version = version + 1
                    where path like :oldPrefix || '%'
                    """, nativeQuery = true)
    void move(Long unitId, Long parentId, String oldPrefix, String newPrefix);
}
