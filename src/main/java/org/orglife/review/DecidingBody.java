package org.orglife.review;

import java.util.List;
import org.orglife.campaign.ReviewBody;
import org.orglife.organisation.Roster;

/**
 * Who decides the grades of a branch.
 *
 * @param people those who belong to it and vote there, in the order of the roster
 */
public record DecidingBody(ReviewBody body, List<Roster.Person> people) {

    public DecidingBody {
        people = List.copyOf(people);
    }
}
