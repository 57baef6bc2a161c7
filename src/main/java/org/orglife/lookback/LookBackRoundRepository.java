package org.orglife.lookback;

import java.util.Collection;
import java.util.Optional;
import org.springframework.data.jpa.repository.EntityGraph;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface LookBackRoundRepository extends Repository<LookBackRound, Long> {

    LookBackRound save(LookBackRound round);

    @EntityGraph(attributePaths = "inspectors")
    Optional<LookBackRound> findById(Long id);

    boolean existsByTaskIdAndByOfficeAndStateIn(Long taskId, boolean byOffice, Collection<RoundState> states);

    @Query("select coalesce(max(r.number), 0) from LookBackRound r where r.taskId = :taskId")
    int lastNumber(Long taskId);
}
