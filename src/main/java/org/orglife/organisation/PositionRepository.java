package org.orglife.organisation;

import java.time.LocalDate;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface PositionRepository extends Repository<Position, Long> {

    Position save(Position position);

    Iterable<Position> saveAll(Iterable<Position> positions);

    @EntityGraph(attributePaths = {"unit", "member"})
    Optional<Position> findById(Long id);

    /** Everybody who sits in the unit or in one of its groups on that day. */
    @EntityGraph(attributePaths = {"unit", "member"})
    @Query("""
            select p from Position p
            where (p.unit.id = :unitId or p.unit.parent.id = :unitId)
              and p.fromOn <= :on and (p.untilOn is null or p.untilOn >= :on)
            """)
    List<Position> heldIn(Long unitId, LocalDate on);

    @EntityGraph(attributePaths = {"unit", "member"})
    @Query("select p from Position p where p.unit.id = :unitId order by p.fromOn desc, p.id desc")
    List<Position> historyOf(Long unitId);

    @EntityGraph(attributePaths = {"unit", "unit.parent"})
    @Query("select p from Position p where p.member.id = :memberId order by p.fromOn desc, p.id desc")
    List<Position> ofMember(Long memberId);

    @Query("select p from Position p where p.member.id in :memberIds")
    List<Position> ofMembers(Collection<Long> memberIds);

    @EntityGraph(attributePaths = {"unit", "member"})
    @Query("select p from Position p where p.unit.path like concat(:path, '%') and p.untilOn is null")
    List<Position> openWithin(String path);

    /** Everybody in the unit's seats of a kind today, helpers and vacancies included. */
    @EntityGraph(attributePaths = {"unit", "member"})
    @Query("select p from Position p where p.unit.id = :unitId and p.kind = :kind and p.untilOn is null")
    List<Position> openSeats(Long unitId, PositionKind kind);

    @EntityGraph(attributePaths = {"unit", "member"})
    @Query("select p from Position p where p.taskId = :taskId and p.untilOn is null order by p.fromOn, p.id")
    List<Position> helpersOf(Long taskId);

    @Query("select p from Position p where p.unit.id = :unitId and p.untilOn is null")
    List<Position> openIn(Long unitId);

    @EntityGraph(attributePaths = "unit")
    @Query("select p from Position p where p.member.id in :memberIds and p.untilOn is null")
    List<Position> openOf(Collection<Long> memberIds);

    void flush();

    void delete(Position position);
}
