package org.orglife.sitting;

import java.util.List;
import java.util.Optional;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface CriticismRepository extends Repository<Criticism, Long> {

    Criticism save(Criticism criticism);

    void delete(Criticism criticism);

    @Query("select c from Criticism c where c.turnId = :turnId order by c.id")
    List<Criticism> of(Long turnId);

    /** All of a round. */
    @Query("select c from Criticism c join Turn t on t.id = c.turnId where t.itemId = :itemId order by c.id")
    List<Criticism> ofItem(Long itemId);

    @Query("select c from Criticism c where c.turnId = :turnId and c.criticId = :criticId")
    Optional<Criticism> find(Long turnId, Long criticId);
}
