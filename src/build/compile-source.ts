import { join } from 'node:path';
import { compileFile, type CompiledFile } from '../compile/compile-file.ts';
import type { CompileContext } from '../compile/compile-report.ts';
import { contentKinds } from '../domain/institute/content-kind.ts';
import type { NewSource } from '../store/source-table.ts';
import { readSource, staleStamp } from './content/source-stamp.ts';

/** Reads and compiles one content file. `path` is from the content folder. */
export function compileSource(folder: string, path: string, context: CompileContext): NewSource {
  const source = readSource(join(folder, path));
  const { kind, id, record, summary, entry, readable, hasImports, problems, links } = source
    ? compileFile(path, source.bytes, context)
    : unreadable(path);
  return {
    path,
    kind,
    id,
    hasImports,
    ...(source?.stamp ?? staleStamp),
    ...(record === undefined ? {} : { record }),
    summary: summary ? JSON.stringify(summary) : (readable ?? ''),
    entry: entry ? JSON.stringify(entry) : '',
    problems,
    links,
  };
}

const unreadable = (path: string): CompiledFile => ({
  kind: contentKinds.find((kind) => path.startsWith(`${kind}/`))!,
  id: path.slice(path.lastIndexOf('/') + 1).replace(/\.\w+$/, ''),
  hasImports: false,
  links: [],
  problems: [
    {
      severity: 'error',
      name: 'file-unreadable',
      file: path,
      message: 'the file cannot be read',
      hint: 'check its permissions; if it was moved or deleted meanwhile, start again',
    },
  ],
});
