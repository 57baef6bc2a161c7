package org.orglife;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;
import org.springframework.boot.test.context.SpringBootTest;
import org.springframework.boot.webmvc.test.autoconfigure.AutoConfigureMockMvc;
import org.springframework.context.annotation.Import;

/**
 * The whole application on a real database, with {@code MockMvc} in front of it. All tests that say so share one
 * context and one database; each makes the records it needs under a root of its own.
 */
@Target(ElementType.TYPE)
@Retention(RetentionPolicy.RUNTIME)
@SpringBootTest(properties = {"orglife.demo=false", "db-scheduler.enabled=false"})
@AutoConfigureMockMvc
@Import({TestDatabase.class, TestClock.class, People.class, Pages.class, Samples.class, BranchesAtWork.class})
public @interface FullApplicationTest {}
