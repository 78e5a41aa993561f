import { frame } from "./frame";
import { parts } from "./parts";
import { forms } from "./forms";
import { overview } from "./overview";
import { upstreams } from "./upstreams";
import { service } from "./service";
import { apis } from "./apis";
import { releases } from "./releases";
import { network } from "./network";
import { domains } from "./domains";
import { replicas } from "./replicas";
import { history } from "./history";
import { fields } from "./fields";
import { keys } from "./keys";
import { requests } from "./requests";
import { traffic } from "./traffic";
import { tries } from "./tries";

export const en = { frame, parts, overview, upstreams, service, network, domains, replicas, history, keys, fields, forms, apis, releases, requests, traffic, tries };
