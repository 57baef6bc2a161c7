/** OrgLife: organisational-life meetings and members' reviews of Party branches. One package per feature. */
@NullMarked
package org.orglife;

import org.jspecify.annotations.NullMarked;
