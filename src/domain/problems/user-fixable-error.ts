/** What stops a command, and the person who runs it can remove. Message and hint are written as those of a problem. */
export class UserFixableError extends Error {
  readonly hint: string;
  constructor(message: string, hint: string, cause?: unknown) {
    super(message, cause === undefined ? undefined : { cause });
    this.hint = hint;
  }
}

/** A program that a command has started was ended from outside, or for want of memory. */
export class ProgramEnded extends UserFixableError {
  constructor(undone: string, program: string, how: string) {
    super(
      `${undone}: ${program} was ended by ${how}`,
      'try again; where it happens again, the machine has too little memory: close other programs',
    );
  }
}
