package org.orglife.campaign;

/** A campaign has put tasks on the desks of its branches. Published in the transaction that creates them. */
public record TasksCreated(long campaignId) {}
