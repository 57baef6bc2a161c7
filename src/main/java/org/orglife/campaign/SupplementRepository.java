package org.orglife.campaign;

import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface SupplementRepository extends Repository<Supplement, Long> {

    Supplement save(Supplement supplement);

    @Query("select s from Supplement s where s.campaign.id = :campaignId order by s.issuedAt desc, s.id desc")
    List<Supplement> of(Long campaignId);
}
