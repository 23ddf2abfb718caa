package tasktracker.users;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.time.Instant;

/** An account as its owner sees it: without password. */
record User(
    long id,
    String email,
    String username,
    String fullName,
    @JsonProperty("is_active") boolean isActive,
    @JsonProperty("is_superuser") boolean isSuperuser,
    Instant createdAt,
    Instant updatedAt) {}
