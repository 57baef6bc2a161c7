package org.orglife.routine;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface RoutineMeetingRepository extends Repository<RoutineMeeting, Long> {

    RoutineMeeting save(RoutineMeeting meeting);

    /** With those who were expected, in one statement. */
    @Query("""
            select m from RoutineMeeting m join fetch m.branch
            left join fetch m.plan.ofGroup left join fetch m.plan.chair left join fetch m.plan.recorder
            left join fetch m.attendance a left join fetch a.member
            where m.id = :id
            """)
    Optional<RoutineMeeting> findById(Long id);

    /** Those of a branch that took place between two days, by day, with those who were expected. */
    @Query("""
            select m from RoutineMeeting m join fetch m.branch
            left join fetch m.plan.ofGroup left join fetch m.plan.chair left join fetch m.plan.recorder
            left join fetch m.attendance a left join fetch a.member
            where m.branch.id = :branch and m.plan.heldOn between :from and :until and m.state in ('HELD', 'RECORDED')
            order by m.plan.heldOn, m.id
            """)
    List<RoutineMeeting> held(Long branch, LocalDate from, LocalDate until);
}
