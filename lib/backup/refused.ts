/** Why something cannot be backed up or restored, in a sentence for who runs the command. */
export class BackupRefused extends Error {}
