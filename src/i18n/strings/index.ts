export { default as ar } from './ar.json' with { type: 'json' };
export { default as en } from './en.json' with { type: 'json' };
export { default as fa } from './fa.json' with { type: 'json' };
