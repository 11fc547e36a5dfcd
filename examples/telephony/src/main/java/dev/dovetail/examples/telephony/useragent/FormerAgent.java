package dev.dovetail.examples.telephony.useragent;

/** States that a user was an agent that has been deleted: as clients know it, he cannot become another one. */
record FormerAgent(int userId, int agentId) {}
