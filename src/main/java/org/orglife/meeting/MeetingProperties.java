package org.orglife.meeting;

import org.springframework.boot.context.properties.ConfigurationProperties;
import org.springframework.boot.context.properties.bind.DefaultValue;

/**
 * What holds for the meetings of all branches.
 *
 * @param exactlyHalf what becomes of a vote when exactly half of those with a vote are present
 */
@ConfigurationProperties("orglife.meeting")
public record MeetingProperties(@DefaultValue("WARN") ExactlyHalf exactlyHalf) {}
