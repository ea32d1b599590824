import fs from 'node:fs'; import path from 'node:path'; import YAML from 'yaml';
import { markdownToHtml, mdxToHast, mdxToJs } from 'satteri';
const files=fs.readdirSync('/dev/shm/c10k/publications/2016').slice(0,1500).map(f=>fs.readFileSync('/dev/shm/c10k/publications/2016/'+f,'utf8'));
const fm=files.map(t=>{const e=t.indexOf('\n---\n',4);return [t.slice(4,e),t.slice(e+5)]});
const time=(n,f)=>{const t=process.hrtime.bigint();for(const x of fm)f(x);console.log(n,Number(process.hrtime.bigint()-t)/1e3/fm.length,'µs')};
for(let k=0;k<2;k++){
time('yaml parse',x=>YAML.parse(x[0],{schema:'failsafe'}));
time('yaml parseDocument',x=>YAML.parseDocument(x[0],{schema:'failsafe',keepSourceTokens:false}));
time('md',x=>markdownToHtml(x[1]));
time('mdxToHast',x=>mdxToHast(x[1]));
}
console.log(mdxToHast(fm[0][1]))
