// Loaded before the program: the clock shows the time in CLOCK, and goes on from there. Times of files stay those of the disk.
const Real = Date;
const ahead = Real.parse(process.env['CLOCK'] ?? '') - Real.now();
const now = () => Real.now() + ahead;
globalThis.Date = new Proxy(Real, {
  construct: (target, args, self) => Reflect.construct(target, args.length === 0 ? [now()] : args, self),
  apply: () => new Real(now()).toString(),
  get: (target, name) => (name === 'now' ? now : Reflect.get(target, name)),
});
