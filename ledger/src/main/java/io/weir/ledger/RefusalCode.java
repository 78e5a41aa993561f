package io.weir.ledger;

/** The rules a command can break; part of the API, so a name never changes. */
public enum RefusalCode {
  NOT_FOUND,
  VALIDATION_FAILED,
  NAME_TAKEN,
  PATH_TAKEN,
  DOMAIN_TAKEN,
  IN_USE,
  UNKNOWN_VPC,
  UNKNOWN_UPSTREAM,
  UNKNOWN_INSTANCE,
  UNKNOWN_RELEASE,
  SHARED_INSTANCE,
  VPC_NOT_CONNECTED,
  NOTHING_TO_RELEASE,
  PRECONDITION_FAILED,
  LIMIT_EXCEEDED,
  OUT_OF_SCOPE
}
