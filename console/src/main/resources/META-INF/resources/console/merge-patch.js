// JSON Merge Patches (RFC 7396): what a form changed, and nothing of what it does not show.

const isObject = (value) => typeof value === "object" && value !== null && !Array.isArray(value);
const same = (one, other) => JSON.stringify(one) === JSON.stringify(other);

/** The patch that makes of one object the other; empty if they are the same. */
export function changes(before, after) {
  const patch = {};
  for (const name of new Set([...Object.keys(before), ...Object.keys(after)])) {
    const [old, now] = [before[name], after[name]];
    if (same(old, now)) continue;
    if (now === undefined) patch[name] = null;
    else patch[name] = isObject(old) && isObject(now) ? changes(old, now) : now;
  }
  return patch;
}

/** The object with the changes of a patch. */
export function merged(target, patch) {
  const result = { ...target };
  for (const [name, value] of Object.entries(patch)) {
    if (value === null) delete result[name];
    else result[name] = isObject(value) ? merged(isObject(result[name]) ? result[name] : {}, value) : value;
  }
  return result;
}
