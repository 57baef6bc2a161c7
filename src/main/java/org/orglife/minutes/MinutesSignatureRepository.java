package org.orglife.minutes;

import java.util.Collection;
import java.util.List;
import org.springframework.data.jpa.repository.Query;
import org.springframework.data.repository.Repository;

interface MinutesSignatureRepository extends Repository<MinutesSignature, Long> {

    MinutesSignature save(MinutesSignature signature);

    @Query("select s from MinutesSignature s where s.minutesId in :minutesIds order by s.role")
    List<MinutesSignature> of(Collection<Long> minutesIds);
}
