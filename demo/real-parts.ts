/** Which parts of a demo start are real ones, not its stand-ins. */
export interface RealParts {
  /** Somebody's own organisation, not the made-up one. */
  readonly organisation: boolean;
  readonly database: boolean;
  /** The way of mail to the world. */
  readonly relay: boolean;
  /** The way of mail to colleagues. */
  readonly organisationServer: boolean;
  /** The sign-in of staff. */
  readonly staff: boolean;
}

/** Which parts are real, by the settings given: a part is as soon as one of its settings is given. */
export function realParts(given: Readonly<Record<string, string>>): RealParts {
  const isAnyGiven = (beginning: string) => Object.keys(given).some((name) => name.startsWith(beginning));
  return {
    organisation: isAnyGiven('ORGANISATION_NAME'),
    database: isAnyGiven('MONGODB_URI'),
    relay: isAnyGiven('RELAY_SMTP_'),
    organisationServer: isAnyGiven('ORGANISATION_SMTP_'),
    staff: isAnyGiven('ENTRA_'),
  };
}
