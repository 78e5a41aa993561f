// How a request's path becomes the path that a node is sent; the rules are those of the data plane.

type Match = "exact" | "template" | "prefix";

const PARAMETER = /\{([A-Za-z0-9_]{1,50})\}/g;

/** How a front-end path is compared with the path of a request. */
export function matchOf(frontPath: string): Match {
  return frontPath.startsWith("=") ? "exact" : frontPath.includes("{") ? "template" : "prefix";
}

/** The names of the parameters of a path, in order. */
export function parametersOf(path: string): string[] {
  return [...path.matchAll(PARAMETER)].map((found) => found[1]!);
}

/** A path that an API with this front-end path takes. */
export function samplePath(frontPath: string): string {
  const match = matchOf(frontPath);
  if (match === "exact") return frontPath.slice(1);
  return match === "template" ? frontPath.replace(PARAMETER, () => "42") : frontPath;
}

/** The path that is sent to a node for a path that the API takes. */
export function sentPath(frontPath: string, backPath: string, path: string): string {
  switch (matchOf(frontPath)) {
    case "exact":
      return backPath;
    case "template": {
      const segments = frontPath.split("/");
      const values = path.split("/");
      const filled = new Map(
        segments.flatMap((segment, index) => {
          const [name] = parametersOf(segment);
          return name === undefined ? [] : [[name, index === segments.length - 1 ? values.slice(index).join("/") : (values[index] ?? "")] as const];
        }),
      );
      return backPath.replace(PARAMETER, (whole, name: string) => filled.get(name) ?? whole);
    }
    default: {
      // a slash at the seam is neither doubled nor lost
      const rest = path.slice(frontPath.endsWith("/") ? frontPath.length - 1 : frontPath.length);
      return rest.startsWith("/") && backPath.endsWith("/") ? backPath + rest.slice(1) : backPath + rest;
    }
  }
}

/** The base URL of an environment and a path below it. */
export function joinUrl(base: string, path: string): string {
  return base.replace(/\/$/, "") + path;
}

