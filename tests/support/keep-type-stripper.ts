import { createRequire } from 'node:module';

/*
 * Node takes the types out of TypeScript with one WebAssembly module, which V8 shares between the threads of a process.
 * Two threads that start and end while no other thread holds the module can crash V8 (seen with Node 24.21: SIGSEGV in
 * v8::internal::wasm::NativeModule::FreeCode, once in some 140 builds). A command of ours is TypeScript itself, so its
 * main thread holds the module; Vitest transforms TypeScript in another way, and has to be told.
 */
createRequire(import.meta.url)('../../src/project/settings.ts');
