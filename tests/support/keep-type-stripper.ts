import { createRequire } from 'node:module';

/*
 * Node strips TypeScript types with a WebAssembly module, which V8 shares between the threads of a process. Threads that
 * start and end while no other thread uses the module can crash V8 (seen with Node 24.21: SIGSEGV in
 * v8::internal::wasm::NativeModule::FreeCode, once in about 140 builds). The main thread of a command uses it, because
 * commands are TypeScript. Vitest transforms TypeScript in another way, so this file loads a module with Node itself.
 */
createRequire(import.meta.url)('../../src/project/settings.ts');
