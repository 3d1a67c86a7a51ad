// Rison as Superset's pages read and write it. One JSON object per line in, one out. Argument: folder with node_modules.

const rison = require(require('path').resolve(process.argv[2], 'node_modules', 'rison'));
console.log = () => {}; // the library prints its refusals

// Marks what JSON has no number for.
const shown = (key, value) =>
    typeof value === 'number' && !Number.isFinite(value) ? {'no JSON number': String(value)} : value;

function answer(asked) {
    try {
        return 'decode' in asked ? {value: rison.decode(asked.decode)} : {text: rison.encode(asked.encode)};
    } catch (refusal) { // whatever it throws is how this library refuses
        return {refused: refusal.name};
    }
}

require('readline')
    .createInterface({input: process.stdin})
    .on('line', line => process.stdout.write(JSON.stringify(answer(JSON.parse(line)), shown) + '\n'));
