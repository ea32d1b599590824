/** An error that the user of a command can fix. Message and hint follow the rules of a `Problem`. */
export class UserFixableError extends Error {
  readonly hint: string;
  constructor(message: string, hint: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.hint = hint;
  }
}

/**
 * A program that a command started was ended by the system or by a user. `undone`: what could not be done; `how`: the signal
 * or the exit code.
 */
export class ProgramEnded extends UserFixableError {
  constructor(undone: string, program: string, how: string) {
    super(
      `${undone}: ${program} was ended by ${how}`,
      'try again; where it happens again, the machine has too little memory: close other programs',
    );
  }
}
