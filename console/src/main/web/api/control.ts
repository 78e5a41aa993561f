// Made from control-api's openapi.yaml by "npm run types".

export interface paths {
    "/v1/upstreams": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List upstreams, oldest first
         * @description Filters narrow together and compare exactly.
         */
        get: operations["listUpstreams"];
        put?: never;
        /** Create an upstream */
        post: operations["createUpstream"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/upstreams/{upstreamId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upstreamId: components["schemas"]["UpstreamId"];
            };
            cookie?: never;
        };
        /**
         * Get an upstream
         * @description Always as fresh as the last change, but for the health of nodes, which is what live replicas said last.
         */
        get: operations["getUpstream"];
        /**
         * Replace an upstream
         * @description Settings and nodes are events of their own, in one step; what stays equal is none. The answer of a read can be sent back as it is, with changes; the health of nodes in it is ignored.
         */
        put: operations["replaceUpstream"];
        post?: never;
        /**
         * Delete an upstream
         * @description Refused with `IN_USE` while any API uses it, as a draft or in what an environment answers with; the refusal names all.
         */
        delete: operations["deleteUpstream"];
        options?: never;
        head?: never;
        /**
         * Change parts of an upstream
         * @description A JSON Merge Patch (RFC 7396), applied to the upstream as it is at the moment of the decision.
         */
        patch: operations["patchUpstream"];
        trace?: never;
    };
    "/v1/upstreams/{upstreamId}/apis": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upstreamId: components["schemas"]["UpstreamId"];
            };
            cookie?: never;
        };
        /** List the APIs that use an upstream */
        get: operations["listAssociatedApis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/upstreams/{upstreamId}/health": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upstreamId: components["schemas"]["UpstreamId"];
            };
            cookie?: never;
        };
        /**
         * List what each live replica finds of each node
         * @description Replicas that were not heard of for 30 seconds do not count, nodes that one has no data of are not listed, and without a check enabled nothing is. What they find is reported with every change, and every 5 seconds.
         */
        get: operations["listNodeHealth"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/upstreams/{upstreamId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upstreamId: components["schemas"]["UpstreamId"];
            };
            cookie?: never;
        };
        /**
         * List the events in the history of an upstream, newest first
         * @description Also what was released with it, and what no longer is. It stays when the object is gone; 404 only for what never was.
         */
        get: operations["listUpstreamHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/upstreams/{upstreamId}/nodes/{node}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                upstreamId: components["schemas"]["UpstreamId"];
                /**
                 * @description The node's `address:port`, with an IPv6 address in brackets (`%5Bfd00::1%5D:8080`).
                 * @example 10.0.0.1:8080
                 */
                node: components["parameters"]["node"];
            };
            cookie?: never;
        };
        /**
         * Get one node of an upstream
         * @description As it stands in `nodes` of the upstream. The version in `ETag` is that of the upstream.
         */
        get: operations["getNode"];
        /**
         * Put a node into an upstream
         * @description In the place of the one with this address and port, or at the end if there is none. All else of the upstream stays as it is at the moment of the decision, so that two who change different nodes do not undo each other. `If-Match` is about the version of the upstream, `If-None-Match` with `*` about the node: only if there is none yet. Takes effect at once; the event is the upstream's own.
         */
        put: operations["putNode"];
        post?: never;
        /**
         * Take a node away
         * @description Requests that it has are finished. The last node stays, `LIMIT_EXCEEDED`: an upstream has at least one.
         */
        delete: operations["deleteNode"];
        options?: never;
        head?: never;
        /**
         * Change parts of a node
         * @description A JSON Merge Patch (RFC 7396) of the node as it is at the moment of the decision: another weight, or draining.
         */
        patch: operations["patchNode"];
        trace?: never;
    };
    "/v1/services": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List services, oldest first */
        get: operations["listServices"];
        put?: never;
        /**
         * Create a service
         * @description Without `instanceId` it runs on the shared instance, where APIs cannot use VPC upstreams and which has no custom domains.
         */
        post: operations["createService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/services/{serviceId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceId: components["schemas"]["ServiceId"];
            };
            cookie?: never;
        };
        /** Get a service */
        get: operations["getService"];
        /**
         * Replace the settings of a service
         * @description A service whose APIs use VPC upstreams cannot move to the shared instance.
         */
        put: operations["replaceService"];
        post?: never;
        /**
         * Delete a service
         * @description Refused with `IN_USE` while it has APIs, answers in an environment or has custom domains; the refusal names all.
         */
        delete: operations["deleteService"];
        options?: never;
        head?: never;
        /** Change parts of the settings of a service */
        patch: operations["patchService"];
        trace?: never;
    };
    "/v1/services/{serviceId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceId: components["schemas"]["ServiceId"];
            };
            cookie?: never;
        };
        /**
         * List the events in the history of a service, newest first
         * @description Also the events of its APIs, releases, environments and domains, and of those it no longer has. It stays when the object is gone; 404 only for what never was.
         */
        get: operations["listServiceHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/services/{serviceId}/apis": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceId: components["schemas"]["ServiceId"];
            };
            cookie?: never;
        };
        /** List the drafts of a service, oldest first */
        get: operations["listApis"];
        put?: never;
        /**
         * Add an API to a service
         * @description An upstream out of reach is accepted with a warning and answers 503 until a network joins the VPCs; `require=reachable` turns the warning into a refusal.
         */
        post: operations["createApi"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/services/{serviceId}/apis/{apiId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceId: components["schemas"]["ServiceId"];
                apiId: components["schemas"]["ApiId"];
            };
            cookie?: never;
        };
        /** Get the draft of an API */
        get: operations["getApi"];
        /** Replace the draft of an API */
        put: operations["replaceApi"];
        post?: never;
        /**
         * Delete the draft of an API
         * @description Where it is released it answers until the next release.
         */
        delete: operations["deleteApi"];
        options?: never;
        head?: never;
        /** Change parts of the draft of an API */
        patch: operations["patchApi"];
        trace?: never;
    };
    "/v1/services/{serviceId}/apis/{apiId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceId: components["schemas"]["ServiceId"];
                apiId: components["schemas"]["ApiId"];
            };
            cookie?: never;
        };
        /**
         * List the events in the history of an API, newest first
         * @description Also the releases that changed what it answers, and the end of its service. It stays when the object is gone; 404 only for what never was.
         */
        get: operations["listApiHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/apis": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the drafts of all services, oldest first */
        get: operations["listAllApis"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/services/{serviceId}/releases": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceId: components["schemas"]["ServiceId"];
            };
            cookie?: never;
        };
        /** List the releases of a service, newest first */
        get: operations["listReleases"];
        put?: never;
        /**
         * Release a service
         * @description All drafts, as they are, become a release that the environment answers with from now on.
         */
        post: operations["releaseService"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/services/{serviceId}/releases/{releaseId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceId: components["schemas"]["ServiceId"];
                releaseId: components["schemas"]["ReleaseId"];
            };
            cookie?: never;
        };
        /**
         * Get a release with its APIs as they were
         * @description A service keeps its last 50 releases, and those that an environment answers with.
         */
        get: operations["getRelease"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/services/{serviceId}/releases/{releaseId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceId: components["schemas"]["ServiceId"];
                releaseId: components["schemas"]["ReleaseId"];
            };
            cookie?: never;
        };
        /**
         * List the events in the history of a release, newest first
         * @description When it was made, when environments began and ceased to answer with it, and when it gave way. It stays when the object is gone; 404 only for what never was.
         */
        get: operations["listReleaseHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/services/{serviceId}/environments": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceId: components["schemas"]["ServiceId"];
            };
            cookie?: never;
        };
        /**
         * List the environments of a service
         * @description Always release, prepub and test.
         */
        get: operations["listEnvironments"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/services/{serviceId}/environments/{environment}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceId: components["schemas"]["ServiceId"];
                environment: components["parameters"]["environment"];
            };
            cookie?: never;
        };
        /**
         * Get what an environment answers with
         * @description Its version is that of the service.
         */
        get: operations["getEnvironment"];
        /**
         * Point an environment to a release
         * @description Rolls back to an earlier release, or promotes one from another environment.
         */
        put: operations["switchEnvironment"];
        post?: never;
        /**
         * Make an environment answer nothing
         * @description Doing so twice is fine.
         */
        delete: operations["unreleaseEnvironment"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/services/{serviceId}/environments/{environment}/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceId: components["schemas"]["ServiceId"];
                environment: components["parameters"]["environment"];
            };
            cookie?: never;
        };
        /**
         * List the events in the history of an environment, newest first
         * @description What it answered with, and which domains led to it. It stays when the object is gone; 404 only for what never was.
         */
        get: operations["listEnvironmentHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/services/{serviceId}/domains": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceId: components["schemas"]["ServiceId"];
            };
            cookie?: never;
        };
        /** List the custom domains of a service, by name */
        get: operations["listDomains"];
        put?: never;
        /**
         * Let a custom domain lead to an environment of the service
         * @description Requests for the domain are answered like those for the environment, but without the environment's segment in the path. A domain leads to one service only: `DOMAIN_TAKEN` names the one it leads to already, be it because the first label of the domain is the id of that service. The service must be on a dedicated instance (`SHARED_INSTANCE`). The environment need not be released yet.
         */
        post: operations["bindDomain"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/services/{serviceId}/domains/{domain}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceId: components["schemas"]["ServiceId"];
                domain: components["parameters"]["domain"];
            };
            cookie?: never;
        };
        /** Get a custom domain */
        get: operations["getDomain"];
        /**
         * Let it lead to another environment, or show another certificate
         * @description To give it to another service, unbind it first. The answer of a read can be sent back as it is, with changes.
         */
        put: operations["changeDomain"];
        post?: never;
        /**
         * Let it lead nowhere
         * @description Any service can have it then.
         */
        delete: operations["unbindDomain"];
        options?: never;
        head?: never;
        /**
         * Change where it leads, or what it shows
         * @description A JSON Merge Patch (RFC 7396), applied to the domain as it is at the moment of the decision.
         */
        patch: operations["patchDomain"];
        trace?: never;
    };
    "/v1/services/{serviceId}/domains/{domain}/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                serviceId: components["schemas"]["ServiceId"];
                domain: components["parameters"]["domain"];
            };
            cookie?: never;
        };
        /**
         * List the events in the history of a domain, newest first
         * @description While it led to this service. It stays when the object is gone; 404 only for what never was.
         */
        get: operations["listDomainHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/domains": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the custom domains of all services, by name */
        get: operations["listAllDomains"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/search": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Find objects of any kind by what they are called
         * @description Looks for a text, in any case, in the id, name and description of everything, in the front-end path of APIs and in the nodes' `address:port` of upstreams. What is called just so comes first, then what begins so. Reads everything, as `q` of lists does.
         */
        get: operations["search"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/overview": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Tell how much there is, and what needs attention
         * @description Counts, and attention to the configuration, are as fresh as the last change; what replicas say is what they said last. Of the past, and while the read model is away, `replicas` and what they say is left out.
         */
        get: operations["getOverview"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/traffic": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Count the requests of the last hour
         * @description By minute, API, upstream, node and replica, as replicas have told until now: they do so every five seconds. Of the past hour alone, and from memory: whatever control-api answers, it has read from the topic. What is told of more than 100 APIs, upstreams or replicas, or 200 nodes, stands in one last entry, `others`; the sums stay right.
         */
        get: operations["getTraffic"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List requests of the last hour, newest first
         * @description A sample: each replica tells every second of up to 20 requests, of up to 20 more that failed, were answered 5xx or were repeated, and of tries. The newest 20,000 are kept, for an hour, and 32 MiB of them at most. A page that is followed shows each request that stays once, whatever comes meanwhile.
         */
        get: operations["listRequests"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/requests/{requestId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: components["schemas"]["RequestId"];
            };
            cookie?: never;
        };
        /**
         * Get a request, and the events that made its route
         * @description The newest with this id. `events` leads from the request to whoever made the route it took: the release that its environment answered with, the last change of the upstream, and what joined, or parted, the networks of upstream and instance; all as of the position that served it. None of a configuration that is not of this ledger.
         */
        get: operations["getRequest"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/tries": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Send a request through a replica
         * @description To a host, or to an environment of a service: by a custom domain that leads there if there is one, else by the id of the service. It goes to the address that a live replica reports and nowhere else; redirects are answered and not followed. The request is named `try-...`, and what the replica says of it comes along if it comes within three seconds. A key with a scope tries what lies within it. Recorded nowhere but in the log. Eight are under way at a time.
         */
        post: operations["tryRequest"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/snapshot": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the whole configuration as a file
         * @description A snapshot as the ledger has it now, which a replica serves without Kafka: `data-plane --snapshot FILE`.
         */
        get: operations["getSnapshot"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/replay-check": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare the configurations of all processes
         * @description Folds the ledger from its first event, proving the chain, and compares the hashes that replicas and projectors have told of their images, and that of this service, with what the ledger gives at the same positions. Each is compared at the newest position it has told, moments behind, unless `at` names one: then those that keep no hash of it are `UNKNOWN`. The first check after a start of the service reads the whole ledger.
         */
        get: operations["checkReplay"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/recovery": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put back from the topic what the database has lost
         * @description After the database was restored from an older backup: appends what the topic still has, proven by the chain, the very events, all or nothing. Everything that answered `LEDGER_REWOUND` then goes on by itself.
         */
        post: operations["recoverLedger"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List events, newest first
         * @description With `subject`, the history of an object: all events that speak of it, and those of objects that belonged to it until then, such as the deletion of an upstream in its VPC's. Each says what it changed.
         */
        get: operations["listEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/stream": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Follow events as server-sent events
         * @description Each event is one message: `id` is its position, `data` the event as lists have it, JSON on one line. It begins after `after_position`, or with what happens next, and never ends by itself but when the service stops; a comment comes every 15 seconds in which nothing happens. Whoever was cut off goes on with `Last-Event-ID`. A position beyond the ledger is 400, and so is `after_hash` that is not the hash of the event there: this is not the history that was followed before.
         */
        get: operations["streamEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/export": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Export events with all that verification needs
         * @description Straight from the ledger, in order, as long as it takes: each event with every field of its envelope, the very text of its data, and its hash. The first line of NDJSON says what the file is, the last that it is whole; the page on auditing describes both formats. Four exports run at a time, another is `503 LEDGER_BUSY`.
         */
        get: operations["exportEvents"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/events/{position}/revert": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Of the event. */
                position: components["parameters"]["position"];
            };
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Put back what an event changed
         * @description By a change that goes forward, decided and answered as the write that it amounts to: what the event changed is changed back, and all else stays as it is; what it made is deleted; what it deleted is made again, a custom domain under its name and all else with a new id; a link is attached or detached, an environment answers with what it did before. What was changed since by somebody else is not lost: that is 409 `CHANGED_SINCE`, and nothing is done. Nothing is recorded where everything is as it was already. Events of keys are 409 `NOT_REVERTIBLE`. Pointers of errors are into the content of the object. An event of a VPC, a network, a link or an instance is reverted by instance-registry.
         */
        post: operations["revertEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/attempts": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List refused writes, newest first
         * @description Every write that was answered with 4xx, and why: what the ledger refused, and what never got there because it was malformed, of the wrong type, or of somebody who may not. They are kept for a time; floods are counted and not kept.
         */
        get: operations["listAttempts"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/diff": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Compare the configurations of two moments
         * @description A moment is a position, or a time (RFC 3339) and then stands for the last event by then. Events of one command take effect together: a position within one stands for its end. The answer says which positions were compared.
         */
        get: operations["diff"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List API keys, oldest first
         * @description Those that were not revoked; the events of the others stay.
         */
        get: operations["listKeys"];
        put?: never;
        /**
         * Make an API key
         * @description The answer holds the secret, `key`, this one time: it is kept nowhere. Repeated with its `Idempotency-Key`, the answer comes without it; revoke that key then, and make another.
         */
        post: operations["createKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{keyId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keyId: components["schemas"]["KeyId"];
            };
            cookie?: never;
        };
        /** Get an API key */
        get: operations["getKey"];
        put?: never;
        post?: never;
        /**
         * Revoke an API key
         * @description It opens nothing at the process that answers from then on, and nothing anywhere a second later.
         */
        delete: operations["revokeKey"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/keys/{keyId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                keyId: components["schemas"]["KeyId"];
            };
            cookie?: never;
        };
        /**
         * List the events in the history of an API key, newest first
         * @description It stays when the key is revoked; 404 only for what never was.
         */
        get: operations["listKeyHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Say who asks
         * @description By whatever the request shows, a cookie or a key.
         */
        get: operations["getSession"];
        put?: never;
        /**
         * Log in
         * @description With the key in `Authorization`. The answer sets the cookie `weir_session` (`HttpOnly`, `SameSite=Strict`, over TLS also `Secure`), which opens what the key opens for 12 hours, and no longer than the key does: it ends when the key is revoked or expires.
         */
        post: operations["logIn"];
        /**
         * Log out
         * @description Ends the session of the cookie, which opens nothing from then on, whoever has a copy.
         */
        delete: operations["logOut"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/session/links": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        get?: never;
        put?: never;
        /**
         * Make a link that logs in once
         * @description For a browser on the way to the console: `GET` of the path sets the cookie of a session of the key and leads to the console. It works once, within two minutes; after that the answer is 410.
         */
        post: operations["createLoginLink"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/checkpoint": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Get the newest checkpoint
         * @description A signed note, C2SP tlog-checkpoint. It is signed every minute in which something happened, and every hour.
         */
        get: operations["getCheckpoint"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/tile/{level}/{index}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 0 for the leaves, up to 7. */
                level: components["parameters"]["level"];
                /** @description Which tile of the level. */
                index: components["parameters"]["index"];
            };
            cookie?: never;
        };
        /**
         * Get hashes of the Merkle tree
         * @description A tile of C2SP tlog-tiles, such as `tile/0/x001/234` or, where it is not full yet, `tile/0/x001/234.p/17`.
         */
        get: operations["getTile"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/tile/entries/{index}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which tile of the level. */
                index: components["parameters"]["index"];
            };
            cookie?: never;
        };
        /**
         * Get what the leaves of the Merkle tree are made of
         * @description The hashes of events below a tile of level 0, each behind its length in two bytes.
         */
        get: operations["getEntries"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/proof/inclusion": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Prove that an event is in the ledger
         * @description RFC 9162 section 2.1.3. The leaf is the SHA-256 of a zero byte and the 32 bytes of the event's hash.
         */
        get: operations["proveInclusion"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/proof/consistency": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * Prove that the ledger continues what it was
         * @description RFC 9162 section 2.1.4.
         */
        get: operations["proveConsistency"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/cosignatures": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List what witnesses say
         * @description Of each data-plane process the newest cosignature of some weeks, C2SP tlog-cosignature; the topic keeps all of them.
         */
        get: operations["listCosignatures"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/ledger/keys": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List the keys that checkpoints are signed with, and were */
        get: operations["listLedgerKeys"];
        put?: never;
        /**
         * Put a new key in the place of the one that signs
         * @description Recorded as events; what the old key signed stays to be verified with it. Of several processes the one that signs does it, and no other.
         */
        post: operations["rotateLedgerKey"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
}
export type webhooks = Record<string, never>;
export interface components {
    schemas: {
        /** @description The fields that only answers have may be sent back when replacing; they change nothing. */
        UpstreamRequest: {
            readonly id?: components["schemas"]["UpstreamId"];
            name?: components["schemas"]["Name"];
            vpcId: components["schemas"]["VpcId"];
            description?: components["schemas"]["Description"];
            /**
             * @default WEIGHTED_ROUND_ROBIN
             * @enum {string}
             */
            algorithm: "WEIGHTED_ROUND_ROBIN";
            /**
             * @description What the nodes speak.
             * @enum {string}
             */
            protocol: "HTTP" | "HTTPS";
            /**
             * @description Sent to nodes in place of their address.
             * @example pets.internal:8443
             */
            hostHeader?: string;
            nodes: components["schemas"]["Node"][];
            /**
             * @description Further attempts after a failed one.
             * @default 5
             */
            retries: number;
            retryOn?: components["schemas"]["RetryOn"];
            /**
             * @description What the nodes are spoken to in. HTTP_2 means prior knowledge in clear text, and ALPN `h2` over TLS; gRPC needs it.
             * @default HTTP_1_1
             * @enum {string}
             */
            httpVersion: "HTTP_1_1" | "HTTP_2";
            healthChecker?: components["schemas"]["HealthChecker"];
            /**
             * @description For how many seconds the share of a node that is new, or healthy again, grows to its weight; 0 means at once.
             * @default 0
             */
            slowStartSeconds: number;
            limits?: components["schemas"]["UpstreamLimits"];
            tls?: components["schemas"]["NodeTls"];
            /** @description How many APIs use it, as a draft or released. */
            readonly apiCount?: number;
            version?: components["schemas"]["Version"];
            position?: components["schemas"]["ObjectPosition"];
            changedAt?: components["schemas"]["ChangedAt"];
            warnings?: components["schemas"]["Warnings"];
        };
        Upstream: {
            readonly id: components["schemas"]["UpstreamId"];
            name?: components["schemas"]["Name"];
            vpcId: components["schemas"]["VpcId"];
            description: components["schemas"]["Description"];
            /**
             * @default WEIGHTED_ROUND_ROBIN
             * @enum {string}
             */
            algorithm: "WEIGHTED_ROUND_ROBIN";
            /**
             * @description What the nodes speak.
             * @enum {string}
             */
            protocol: "HTTP" | "HTTPS";
            /**
             * @description Sent to nodes in place of their address.
             * @example pets.internal:8443
             */
            hostHeader?: string;
            nodes: components["schemas"]["Node"][];
            /**
             * @description Further attempts after a failed one.
             * @default 5
             */
            retries: number;
            retryOn: components["schemas"]["RetryOn"];
            /**
             * @description What the nodes are spoken to in. HTTP_2 means prior knowledge in clear text, and ALPN `h2` over TLS; gRPC needs it.
             * @default HTTP_1_1
             * @enum {string}
             */
            httpVersion: "HTTP_1_1" | "HTTP_2";
            healthChecker?: components["schemas"]["HealthChecker"];
            /**
             * @description For how many seconds the share of a node that is new, or healthy again, grows to its weight; 0 means at once.
             * @default 0
             */
            slowStartSeconds: number;
            limits: components["schemas"]["UpstreamLimits"];
            tls?: components["schemas"]["NodeTls"];
            /** @description How many APIs use it, as a draft or released. */
            readonly apiCount: number;
            version: components["schemas"]["Version"];
            position: components["schemas"]["ObjectPosition"];
            changedAt: components["schemas"]["ChangedAt"];
            warnings?: components["schemas"]["Warnings"];
        };
        /** @description The fields that only answers have may be sent back when replacing; they change nothing. */
        ServiceRequest: {
            readonly id?: components["schemas"]["ServiceId"];
            name: components["schemas"]["Name"];
            description?: components["schemas"]["Description"];
            instanceId?: components["schemas"]["InstanceId"];
            /** @description How many drafts it has. */
            readonly apiCount?: number;
            /** @description Those that answer. */
            readonly environments?: components["schemas"]["EnvironmentName"][];
            version?: components["schemas"]["Version"];
            position?: components["schemas"]["ObjectPosition"];
            changedAt?: components["schemas"]["ChangedAt"];
            warnings?: components["schemas"]["Warnings"];
        };
        Service: {
            readonly id: components["schemas"]["ServiceId"];
            name: components["schemas"]["Name"];
            description: components["schemas"]["Description"];
            instanceId?: components["schemas"]["InstanceId"];
            /** @description How many drafts it has. */
            readonly apiCount: number;
            /** @description Those that answer. */
            readonly environments: components["schemas"]["EnvironmentName"][];
            version: components["schemas"]["Version"];
            position: components["schemas"]["ObjectPosition"];
            changedAt: components["schemas"]["ChangedAt"];
            warnings?: components["schemas"]["Warnings"];
        };
        /** @description The fields that only answers have may be sent back when replacing; they change nothing. */
        ApiRequest: {
            readonly id?: components["schemas"]["ApiId"];
            readonly serviceId?: components["schemas"]["ServiceId"];
            /** @description In the list of all services' APIs. */
            readonly serviceName?: components["schemas"]["Name"];
            name: components["schemas"]["Name"];
            description?: components["schemas"]["Description"];
            frontEnd: components["schemas"]["FrontEnd"];
            backEnd: components["schemas"]["BackEnd"];
            readonly reachability?: components["schemas"]["Reachability"];
            version?: components["schemas"]["Version"];
            position?: components["schemas"]["ObjectPosition"];
            changedAt?: components["schemas"]["ChangedAt"];
            warnings?: components["schemas"]["Warnings"];
        };
        Api: {
            readonly id: components["schemas"]["ApiId"];
            readonly serviceId: components["schemas"]["ServiceId"];
            /** @description In the list of all services' APIs. */
            readonly serviceName?: components["schemas"]["Name"];
            name: components["schemas"]["Name"];
            description: components["schemas"]["Description"];
            frontEnd: components["schemas"]["FrontEnd"];
            backEnd: components["schemas"]["BackEnd"];
            readonly reachability?: components["schemas"]["Reachability"];
            version: components["schemas"]["Version"];
            position: components["schemas"]["ObjectPosition"];
            changedAt: components["schemas"]["ChangedAt"];
            warnings?: components["schemas"]["Warnings"];
        };
        /** @description The fields that only answers have may be sent back when replacing; they change nothing. */
        DomainChange: {
            readonly serviceId?: components["schemas"]["ServiceId"];
            /** @description In the list of all services' domains. */
            readonly serviceName?: components["schemas"]["Name"];
            domain?: components["schemas"]["DomainName"];
            environment: components["schemas"]["EnvironmentName"];
            /** @description What clients are shown that ask for the domain over TLS. */
            certificate?: components["schemas"]["CertificateName"];
            /**
             * @description What live replicas that answer the domain say of its certificate: `MISSING` one of them has none, `EXPIRED` one has one that is over, `PRESENT` all have one that is not. In answers of reads, but not of the past nor in summaries; absent while none says anything.
             * @enum {string}
             */
            readonly certificateState?: "PRESENT" | "MISSING" | "EXPIRED";
            version?: components["schemas"]["Version"];
            position?: components["schemas"]["ObjectPosition"];
            changedAt?: components["schemas"]["ChangedAt"];
            warnings?: components["schemas"]["Warnings"];
        };
        /** @description The fields that only answers have may be sent back when replacing; they change nothing. */
        DomainRequest: {
            readonly serviceId?: components["schemas"]["ServiceId"];
            /** @description In the list of all services' domains. */
            readonly serviceName?: components["schemas"]["Name"];
            domain: components["schemas"]["DomainName"];
            environment: components["schemas"]["EnvironmentName"];
            /** @description What clients are shown that ask for the domain over TLS. */
            certificate?: components["schemas"]["CertificateName"];
            /**
             * @description What live replicas that answer the domain say of its certificate: `MISSING` one of them has none, `EXPIRED` one has one that is over, `PRESENT` all have one that is not. In answers of reads, but not of the past nor in summaries; absent while none says anything.
             * @enum {string}
             */
            readonly certificateState?: "PRESENT" | "MISSING" | "EXPIRED";
            version?: components["schemas"]["Version"];
            position?: components["schemas"]["ObjectPosition"];
            changedAt?: components["schemas"]["ChangedAt"];
            warnings?: components["schemas"]["Warnings"];
        };
        Domain: {
            readonly serviceId: components["schemas"]["ServiceId"];
            /** @description In the list of all services' domains. */
            readonly serviceName?: components["schemas"]["Name"];
            domain: components["schemas"]["DomainName"];
            environment: components["schemas"]["EnvironmentName"];
            /** @description What clients are shown that ask for the domain over TLS. */
            certificate?: components["schemas"]["CertificateName"];
            /**
             * @description What live replicas that answer the domain say of its certificate: `MISSING` one of them has none, `EXPIRED` one has one that is over, `PRESENT` all have one that is not. In answers of reads, but not of the past nor in summaries; absent while none says anything.
             * @enum {string}
             */
            readonly certificateState?: "PRESENT" | "MISSING" | "EXPIRED";
            version: components["schemas"]["Version"];
            position: components["schemas"]["ObjectPosition"];
            changedAt: components["schemas"]["ChangedAt"];
            warnings?: components["schemas"]["Warnings"];
        };
        /**
         * @description Statuses from 200 to 599 and ranges of them.
         * @example 200,204,300-399
         */
        HttpStatuses: string;
        /** @enum {string} */
        Health: "OFF" | "NO_DATA" | "UNHEALTHY" | "HEALTHY";
        /**
         * @description Names a certificate in the certificate directory of every replica: `NAME.crt` (PEM chain) and, where a key is needed, `NAME.key` (PEM PKCS#8). Keys are never sent to this API.
         * @example shop.example
         */
        CertificateName: string;
        Node: {
            /**
             * @description A host name or an IP address.
             * @example 10.0.0.1
             * @example pets.internal
             */
            address: string;
            port: number;
            /** @description Its share of new requests; 0 gets none. */
            weight: number;
            /**
             * @description Whether it only finishes the requests it has and gets no new ones.
             * @default false
             */
            draining: boolean;
            /** @description What live replicas find of it: `OFF` no check is enabled, `NO_DATA` none of them has found anything yet, `UNHEALTHY` at least one finds it unfit and gives it no requests, `HEALTHY` otherwise. In answers of reads, but not of the past, since it is not recorded; ignored in requests. */
            readonly health?: components["schemas"]["Health"];
            /** @description Of one that is unhealthy: why the replica that found so first does, if it says. */
            readonly healthCause?: string;
            /**
             * Format: date-time
             * @description Of one that is unhealthy: since when that replica does.
             */
            readonly healthSince?: string;
        };
        NodeRequest: {
            /** @description As in the path, if it is given. */
            address?: string;
            /** @description As in the path, if it is given. */
            port?: number;
            /** @description Its share of new requests; 0 gets none. */
            weight: number;
            /**
             * @description Whether it only finishes the requests it has and gets no new ones.
             * @default false
             */
            draining: boolean;
            /** @description Ignored. */
            readonly health?: components["schemas"]["Health"];
            /** @description Ignored. */
            readonly healthCause?: string;
            /** @description Ignored. */
            readonly healthSince?: string;
        };
        /** @description What a request is tried again for, besides a node that could not be reached or did not answer. */
        RetryOn: {
            /**
             * @description Answers of nodes that are tried again.
             * @default []
             */
            statuses: (429 | 502 | 503 | 504)[];
            /**
             * @description Whether requests that may have had an effect already are tried again too, such as a POST.
             * @default false
             */
            nonIdempotent: boolean;
        };
        /** @description How replicas find out which nodes are fit to take requests. Thresholds count consecutive failures of one kind after which a node is unhealthy; 0 means that this kind never makes it so. */
        HealthChecker: {
            /**
             * @description Whether nodes are asked.
             * @default false
             */
            enableActiveCheck: boolean;
            /**
             * @description Whether it is watched how nodes answer requests.
             * @default false
             */
            enablePassiveCheck: boolean;
            /**
             * @description Answers that say a node is healthy.
             * @default 200-399
             */
            healthyHttpStatus: components["schemas"]["HttpStatuses"];
            /**
             * @description Answers that say a node is not; none may be among the healthy ones.
             * @default 429,500-599
             */
            unhealthyHttpStatus: components["schemas"]["HttpStatuses"];
            /**
             * @description Of connections that failed or broke.
             * @default 2
             */
            tcpFailureThreshold: number;
            /**
             * @description Of attempts that ran out of time.
             * @default 3
             */
            timeoutThreshold: number;
            /**
             * @description Of unhealthy answers.
             * @default 5
             */
            httpFailureThreshold: number;
            /**
             * @description What an active check asks for: a path, with a query or without.
             * @default /
             */
            activeCheckHttpPath: string;
            /**
             * @description Seconds after which one check has failed.
             * @default 5
             */
            activeCheckTimeout: number;
            /**
             * @description Seconds between the checks of a node.
             * @default 5
             */
            activeCheckInterval: number;
            /**
             * @description With passive checks alone: seconds after which an unhealthy node is given requests again, on probation; must be above 0 then. Where active checks are enabled, only they bring it back, with 2 that succeed in a row.
             * @default 30
             */
            unhealthyTimeout: number;
            /**
             * @description When less than so many percent of the nodes that may get requests are healthy, counted without their weights, all of them get some, healthy or not. With 0 they do when none is healthy.
             * @default 0
             */
            panicThreshold: number;
        };
        /** @description How much may be under way at a time, as each replica counts for itself. What finds no room is answered with 503 `OVERLOADED`, is not tried again and says nothing about the health of nodes. */
        UpstreamLimits: {
            /**
             * @description Most connections to one node, idle ones among them; but an event loop may always have one.
             * @default 1024
             */
            maxConnectionsPerNode: number;
            /**
             * @description Most requests that one node has not finished with, tunnels among them. A node that has as many is passed over.
             * @default 1024
             */
            maxRequestsPerNode: number;
            /**
             * @description Most requests for the upstream that are not over.
             * @default 10000
             */
            maxRequests: number;
        };
        /** @description How TLS to the nodes is spoken; only with protocol HTTPS. */
        NodeTls: {
            /**
             * @description Whether a node must show a certificate that is trusted and of its name.
             * @default true
             */
            verify: boolean;
            /**
             * @description The host name asked for (SNI) and verified; by default that of `hostHeader` or, without one, the node's address.
             * @example pets.internal
             */
            serverName?: string;
            /** @description Whose certificates are trusted; by default the usual ones of the replica's host. */
            caCertificate?: components["schemas"]["CertificateName"];
            /** @description What nodes are shown if they ask. */
            clientCertificate?: components["schemas"]["CertificateName"];
        };
        NodeHealth: {
            /**
             * @description address:port, IPv6 in brackets.
             * @example 10.0.0.1:8080
             */
            node: string;
            /** @enum {string} */
            health: "HEALTHY" | "UNHEALTHY";
            /** @description Who finds it so, as in `/v1/replicas`. */
            replica: string;
            /** @description Why, in the words of the replica; only if it says. */
            cause?: string;
            /**
             * Format: date-time
             * @description When that replica came to find so, or else first reported it.
             */
            since: string;
        };
        AssociatedApi: {
            apiId: components["schemas"]["ApiId"];
            apiName: components["schemas"]["Name"];
            serviceId: components["schemas"]["ServiceId"];
            serviceName: components["schemas"]["Name"];
            /** Format: date-time */
            boundAt: string;
            /** @description Whether its draft uses the upstream. */
            drafted: boolean;
            /** @description Where a release that uses the upstream answers. */
            environments: components["schemas"]["EnvironmentName"][];
        };
        /** @enum {string} */
        Method: "ANY" | "GET" | "HEAD" | "POST" | "PUT" | "DELETE" | "PATCH" | "OPTIONS";
        /**
         * @description `=/x` that path only; `/x` everything that starts with it; `/x/{id}` one segment each, the last one or more. In normal form, as requests are brought to before they are matched: no dot segments, no escapes of `A-Z a-z 0-9 - . _ ~`. Nor segments that only some readers take for dot segments, such as `..;v=1`: requests with them are refused.
         * @example =/pets
         * @example /pets
         * @example /pets/{id}
         */
        FrontPath: string;
        FrontEnd: {
            path: components["schemas"]["FrontPath"];
            /** @default ANY */
            method: components["schemas"]["Method"];
        };
        BackEnd: {
            /**
             * @default VPC_RESOURCES
             * @enum {string}
             */
            type: "VPC_RESOURCES";
            /**
             * @default VPC_UPSTREAM
             * @enum {string}
             */
            connectionMode: "VPC_UPSTREAM";
            upstreamId: components["schemas"]["UpstreamId"];
            /**
             * @description Replaces the matched part of the path; may use the parameters of the front end.
             * @example /
             * @example /v2/pets/{id}
             */
            path: string;
            /**
             * @description Absent keeps the request's own. HEAD only if the front end's is HEAD, for its answers have no body.
             * @enum {string}
             */
            method?: "GET" | "HEAD" | "POST" | "PUT" | "DELETE" | "PATCH" | "OPTIONS";
            /**
             * @description From the arrival of the request to the head of its response, retries included. Then each piece of a body starts it anew.
             * @default 15000
             */
            timeoutMillis: number;
        };
        Reachability: {
            /** @enum {string} */
            status: "SAME_VPC" | "CONNECTED" | "VPC_NOT_CONNECTED";
            /** @description The network that joins the VPCs, or that did last. */
            cloudConnectNetworkId?: components["schemas"]["NetworkId"];
            /**
             * Format: int64
             * @description Of the event that made or broke the connection.
             */
            position?: number;
        };
        /** @enum {string} */
        EnvironmentName: "release" | "prepub" | "test";
        ReleaseRequest: {
            environment: components["schemas"]["EnvironmentName"];
            description?: components["schemas"]["Description"];
        };
        ReleaseItem: {
            id: components["schemas"]["ReleaseId"];
            serviceId: components["schemas"]["ServiceId"];
            /** @description The one it was first released into. */
            environment: components["schemas"]["EnvironmentName"];
            description: components["schemas"]["Description"];
            apiCount: number;
            position: components["schemas"]["ObjectPosition"];
            /** Format: date-time */
            releasedAt: string;
            /** @description Who released it; in lists. */
            actor?: string;
        };
        Release: {
            id: components["schemas"]["ReleaseId"];
            serviceId: components["schemas"]["ServiceId"];
            /** @description The one it was first released into. */
            environment: components["schemas"]["EnvironmentName"];
            description: components["schemas"]["Description"];
            apiCount: number;
            position: components["schemas"]["ObjectPosition"];
            /** Format: date-time */
            releasedAt: string;
            /** @description Who released it; in lists. */
            actor?: string;
            /** @description Those that answer with it now. */
            environments: components["schemas"]["EnvironmentName"][];
            apis: {
                name: components["schemas"]["Name"];
                description: components["schemas"]["Description"];
                frontEnd: components["schemas"]["FrontEnd"];
                backEnd: components["schemas"]["BackEnd"];
                id: components["schemas"]["ApiId"];
            }[];
            warnings?: components["schemas"]["Warnings"];
        };
        ReleaseList: {
            /** @description How many there are on all pages; only with `count=true`. */
            total?: number;
            /**
             * Format: int64
             * @description Of the last event the list knows of.
             */
            position: number;
            items: components["schemas"]["ReleaseItem"][];
        };
        EnvironmentRequest: {
            releaseId: components["schemas"]["ReleaseId"];
        };
        Environment: {
            serviceId: components["schemas"]["ServiceId"];
            environment: components["schemas"]["EnvironmentName"];
            released: boolean;
            /** @description Absent if it answers nothing. */
            releaseId?: components["schemas"]["ReleaseId"];
            /**
             * Format: uri
             * @description Below which it answers; absent unless `WEIR_DATA_PLANE_ORIGIN` says where clients reach the data plane.
             * @example http://service-9x2kd0aq.localhost:8000/release/
             */
            readonly url?: string;
        };
        EnvironmentList: {
            /** @description How many there are on all pages. */
            total: number;
            /**
             * Format: int64
             * @description Of the last event the list knows of.
             */
            position: number;
            items: components["schemas"]["Environment"][];
        };
        /**
         * @description A host name in lower case of two labels or more; no IP address, not below localhost.
         * @example api.example.com
         */
        DomainName: string;
        Found: {
            /** @enum {string} */
            kind: "upstream" | "service" | "api" | "domain" | "instance" | "network" | "vpc";
            /**
             * @description Of a domain: the domain.
             * @example upstream-4n5bfklc
             */
            id: string;
            /** @description Of an upstream without a name: its id. */
            name: string;
            /** @description Of APIs and domains. */
            serviceId?: components["schemas"]["ServiceId"];
            /** @description Of APIs and domains. */
            serviceName?: components["schemas"]["Name"];
            /** @description Of an API its front end, of a domain its environment, of an upstream the first node that has the text. */
            detail?: string;
        };
        SearchResult: {
            items: components["schemas"]["Found"][];
            /**
             * Format: int64
             * @description Of the last event the answer knows of.
             */
            position: number;
        };
        Attention: {
            /**
             * @description `REPLICA_STUCK` a replica cannot apply an event and serves what it has; `API_NOT_CONNECTED` the instance of its service does not reach its upstream; `UPSTREAM_WITHOUT_NODES` none of its nodes takes requests; `UNHEALTHY_NODES` live replicas find nodes unfit; `REPLICA_BEHIND` a replica had not applied an event that was 10 seconds old; `DRAFTS_NOT_RELEASED` no environment answers with drafts of a service as they are.
             * @enum {string}
             */
            code: "REPLICA_STUCK" | "API_NOT_CONNECTED" | "UPSTREAM_WITHOUT_NODES" | "UNHEALTHY_NODES" | "REPLICA_BEHIND" | "DRAFTS_NOT_RELEASED";
            /**
             * @description `error` if requests that clients make now may fail for it.
             * @enum {string}
             */
            severity: "error" | "warning";
            /**
             * @description What it is about.
             * @enum {string}
             */
            kind: "upstream" | "api" | "service" | "replica";
            id: string;
            name: string;
            /** @description Of an API. */
            serviceId?: components["schemas"]["ServiceId"];
            detail: string;
            /** @description How many nodes or drafts. */
            count?: number;
        };
        Counts: {
            vpcs: number;
            /** @description Cloud Connect Networks. */
            networks: number;
            instances: number;
            upstreams: number;
            services: number;
            /** @description Drafts. */
            apis: number;
            /** @description Those that are kept. */
            releases: number;
            domains: number;
        };
        /** @description Replicas that were heard of in the last 30 seconds. */
        ReplicaCounts: {
            /** @description How many are ready to serve. */
            serving: number;
            total: number;
            /** @description How many had not applied an event that was 10 seconds old, when they last said something. */
            behind: number;
            /**
             * Format: int64
             * @description Of the one that is furthest behind: for how long the oldest event that it has not applied has been recorded; 0 if all have applied all.
             */
            lagMillis: number;
        };
        Overview: {
            /**
             * Format: int64
             * @description Of the last event the answer knows of.
             */
            position: number;
            counts: components["schemas"]["Counts"];
            /** @description The worst first, 50 at most. */
            attention: components["schemas"]["Attention"][];
            replicas?: components["schemas"]["ReplicaCounts"];
        };
        /** @example 3f1c9a5e0b7d42c8a6e1f0d9b8c7a6e5 */
        RequestId: string;
        CountsByWord: {
            [key: string]: number;
        };
        /** @description Microseconds, as the upper bounds of the buckets that requests are counted in, from 500 to 60000000: so many percent were no slower. 60000001 stands for more than 60 seconds. */
        Micros: {
            /** Format: int64 */
            p50: number;
            /** Format: int64 */
            p90: number;
            /** Format: int64 */
            p99: number;
            /**
             * Format: int64
             * @description The bound of the slowest.
             */
            max?: number;
        };
        RequestCounts: {
            /** Format: int64 */
            requests: number;
            /** @description How many were answered with each class, `1xx` to `5xx`. */
            status: components["schemas"]["CountsByWord"];
            /** @description How many the gateway failed, by code. */
            failures: components["schemas"]["CountsByWord"];
            /**
             * Format: int64
             * @description Attempts that repeated a failed one.
             */
            retries: number;
            /** @description How long they took; absent if there were none. */
            micros?: components["schemas"]["Micros"];
        };
        MinuteCounts: {
            /**
             * Format: date-time
             * @description When the minute began.
             */
            at: string;
        } & components["schemas"]["RequestCounts"];
        /** @description Without ids, requests that no route took. */
        ApiCounts: {
            serviceId?: components["schemas"]["ServiceId"];
            serviceName?: components["schemas"]["Name"];
            environment?: components["schemas"]["EnvironmentName"];
            apiId?: components["schemas"]["ApiId"];
            apiName?: components["schemas"]["Name"];
            /** @description Whether it stands for all that are not told one by one. */
            others?: boolean;
        } & components["schemas"]["RequestCounts"];
        /** @description Of requests that a route took. */
        UpstreamCounts: {
            upstreamId?: components["schemas"]["UpstreamId"];
            name?: components["schemas"]["Name"];
            /** @description Whether it stands for all that are not told one by one. */
            others?: boolean;
        } & components["schemas"]["RequestCounts"];
        /** @description Attempts at a node. They are not told by route: with `service_id`, `environment` or `api_id`, all attempts at nodes of the upstreams that requests so filtered went to. */
        NodeCounts: {
            upstreamId?: components["schemas"]["UpstreamId"];
            /**
             * @description `address:port`.
             * @example 10.0.0.1:8080
             */
            node?: string;
            /** Format: int64 */
            attempts: number;
            /**
             * Format: int64
             * @description Those that were not answered, unless the client left or another attempt was better.
             */
            failed: number;
            /** @description How they went; words as in the access log. */
            results: components["schemas"]["CountsByWord"];
            /** @description How long the head of an answer took; absent if there was none. */
            firstByteMicros?: components["schemas"]["Micros"];
            /** @description Whether it stands for all that are not told one by one. */
            others?: boolean;
        };
        ReplicaTraffic: {
            replicaId?: string;
            /** @description Whether it stands for all that are not told one by one. */
            others?: boolean;
        } & components["schemas"]["RequestCounts"];
        Traffic: {
            /**
             * Format: date-time
             * @description When the first minute began.
             */
            from: string;
            /**
             * Format: date-time
             * @description When this was answered.
             */
            to: string;
            totals: components["schemas"]["RequestCounts"];
            /** @description Each minute, also if nothing was served; the last is running. */
            minutes: components["schemas"]["MinuteCounts"][];
            /** @description The most requests first. */
            apis: components["schemas"]["ApiCounts"][];
            /** @description The most requests first. */
            upstreams: components["schemas"]["UpstreamCounts"][];
            /** @description The most attempts first. */
            nodes: components["schemas"]["NodeCounts"][];
            /** @description The most requests first. */
            replicas: components["schemas"]["ReplicaTraffic"][];
        };
        RequestAttempt: {
            /**
             * @description `address:port`.
             * @example 10.0.0.1:8080
             */
            node: string;
            /**
             * @description A word as in the access log.
             * @example answered
             */
            result: string;
            /** @description 0 if there was no answer. */
            status: number;
            /** @description Whether its connection had served before. */
            reused: boolean;
            /**
             * Format: int64
             * @description When it began, from the arrival of the request.
             */
            startMicros: number;
            /**
             * Format: int64
             * @description Until the connection was there, from its beginning; -1 if it never was.
             */
            connectMicros: number;
            /**
             * Format: int64
             * @description Until the head of the answer, from its beginning; -1 if it never came.
             */
            firstByteMicros: number;
            /**
             * Format: int64
             * @description Until it was over.
             */
            micros: number;
            /** @description What went wrong. */
            reason?: string;
        };
        /** @description A finished request, as the access log of a replica has it. */
        Request: {
            requestId: components["schemas"]["RequestId"];
            /**
             * Format: date-time
             * @description When it was over.
             */
            at: string;
            /** @description Which replica served it. */
            replicaId: string;
            /**
             * Format: int64
             * @description Of the configuration that served it.
             */
            position: number;
            /** @description IP address of the other end of the connection. */
            client?: string;
            /** @example HTTP/1.1 */
            version?: string;
            tls: boolean;
            /** @example GET */
            method: string;
            host?: string;
            /** @description In normal form. */
            path?: string;
            /** @description In place of host and path if the request was malformed. */
            uri?: string;
            /** @description Only if the access log may have it. */
            query?: string;
            userAgent?: string;
            /** @description 499 if the client left before. */
            status: number;
            /**
             * @description The code that the client was told if the gateway failed it.
             * @example NO_ELIGIBLE_NODE
             */
            failure?: string;
            /** @description Words that say why. */
            flags?: string[];
            /** @description Of the route, if one took it. */
            serviceId?: components["schemas"]["ServiceId"];
            environment?: components["schemas"]["EnvironmentName"];
            apiId?: components["schemas"]["ApiId"];
            upstreamId?: components["schemas"]["UpstreamId"];
            /**
             * Format: int64
             * @description Bytes of the body that came.
             */
            received: number;
            /**
             * Format: int64
             * @description Bytes of the body that was sent.
             */
            sent: number;
            /**
             * Format: int64
             * @description How long it took.
             */
            micros: number;
            /** @description Only of traced requests. */
            traceId?: string;
            /** @description In order. */
            attempts: components["schemas"]["RequestAttempt"][];
        };
        RequestList: {
            items: components["schemas"]["Request"][];
            /** @description The cursor that the next page comes `after`, as in the `Link`; absent on the last one. */
            next?: string;
        };
        /** @description What made a part of a route. */
        RouteEvent: {
            /** Format: int64 */
            position: number;
            /** @example service.released.v3 */
            type: string;
            /** @description The object that it changed. */
            subject: string;
            actor: string;
            reason?: string;
            /**
             * Format: date-time
             * @description When it was recorded.
             */
            at: string;
            /**
             * @description `RELEASE` what the environment answered with; `UPSTREAM` the upstream as it was; `NETWORK` the connection between it and the instance, by the link of a Cloud Connect Network or, in one VPC, by the instance itself.
             * @enum {string}
             */
            made: "RELEASE" | "UPSTREAM" | "NETWORK";
        };
        RequestDetails: {
            /** @description As it was called then. */
            serviceName?: components["schemas"]["Name"];
            apiName?: components["schemas"]["Name"];
            upstreamName?: components["schemas"]["Name"];
            /** @description The newest first; absent while the read model is away. */
            events?: components["schemas"]["RouteEvent"][];
        } & components["schemas"]["Request"];
        TriedHeader: {
            /** @example Accept */
            name: string;
            /** @example application/json */
            value: string;
        };
        /** @description Either `host`, or `serviceId` and `environment`. */
        TryRequest: {
            /** @description The replica to go through; any that serves it, unless said. */
            replicaId?: string;
            serviceId?: components["schemas"]["ServiceId"];
            environment?: components["schemas"]["EnvironmentName"];
            /**
             * @description As a client would send it, with a port if it has one.
             * @example api.example.com
             */
            host?: string;
            /** @enum {string} */
            method: "GET" | "HEAD" | "POST" | "PUT" | "PATCH" | "DELETE" | "OPTIONS";
            /**
             * @description With the query; of a service without the segment of the environment.
             * @example /pets?limit=1
             */
            path: string;
            /** @description Up to 16 KiB. Not those of one connection, not those that tell for whom a request is made, and neither `Host` nor `X-Request-Id`. */
            headers?: components["schemas"]["TriedHeader"][];
            /** @description Up to 64 KiB, in UTF-8. */
            body?: string;
            /** @description In place of `body`. */
            bodyBase64?: string;
        };
        Try: {
            requestId: components["schemas"]["RequestId"];
            /** @description Which replica it went through. */
            replicaId: string;
            /**
             * @description Where that listens.
             * @example 10.0.1.5:8000
             */
            address: string;
            /** @description What a client would have asked for. */
            url: string;
            /** Format: date-time */
            sentAt: string;
            /**
             * Format: int64
             * @description From there to the end of the answer.
             */
            micros: number;
            status: number;
            /** @description As they came, in their order. */
            headers: components["schemas"]["TriedHeader"][];
            /** @description The first 64 KiB of it, if that is UTF-8. */
            body?: string;
            /** @description In its place if it is not. */
            bodyBase64?: string;
            /**
             * Format: int64
             * @description How many bytes of the body came.
             */
            bytes: number;
            /** @description Whether `body` is not all of it. */
            bodyTruncated: boolean;
            /** @description What the replica said of it; absent if that did not come in time. */
            request?: components["schemas"]["Request"];
        };
        /** @description A write that was refused; or how many more there were of which nothing else is kept. */
        Attempt: {
            /** Format: date-time */
            at: string;
            /**
             * @description Method and path, without the query, at most 300 characters.
             * @example DELETE /v1/upstreams/upstream-4n5bfklc
             */
            operation?: string;
            /**
             * @description The command that the ledger refused.
             * @example delete-upstream
             */
            command?: string;
            /** @description Of the answer. */
            status?: number;
            /** @description Of the answer; `NOT_RECORDED` of what was only counted. */
            code: string;
            /** @description What was wrong, as it was answered; of what never became a command the first 20, and of each text the first 200 characters. */
            errors?: components["schemas"]["Violation"][];
            actor?: string;
            reason?: string;
            sourceAddress?: string;
            /** @description The trace or request id of the caller. */
            correlation?: string;
            /**
             * Format: int64
             * @description Of the configuration that a command was refused against.
             */
            position?: number;
            /**
             * Format: int64
             * @description How many attempts were only counted.
             */
            unrecorded?: number;
        };
        Diff: {
            /**
             * Format: int64
             * @description The position that was compared.
             */
            from: number;
            /**
             * Format: int64
             * @description The other.
             */
            to: number;
            objects: {
                /** @example upstream/upstream-4n5bfklc */
                stream: string;
                /** @enum {string} */
                change: "created" | "changed" | "deleted";
                changes: components["schemas"]["Difference"][];
            }[];
        };
        ReplayCheck: {
            /**
             * Format: int64
             * @description That was compared at, or that of the last event where each is compared at the newest position it has told.
             */
            position: number;
            /** @description Of the image that the ledger gives there. */
            hash: string;
            /**
             * @description Of the text that is hashed.
             * @example weir-image-2
             */
            format: string;
            /**
             * @description The worst that any process is found to be; incomplete where some cannot be compared.
             * @enum {string}
             */
            verdict: "AGREES" | "INCOMPLETE" | "AHEAD" | "DIFFERS";
            processes: components["schemas"]["ComparedProcess"][];
        };
        ComparedProcess: {
            /** @enum {string} */
            kind: "CONTROL_API" | "PROJECTOR" | "REPLICA";
            id: string;
            /**
             * @description Behind: it has not come so far. Unknown: it keeps no hash of that position, or another build made it. Ahead: it has events that the database has not.
             * @enum {string}
             */
            status: "AGREES" | "BEHIND" | "UNKNOWN" | "AHEAD" | "DIFFERS";
            /**
             * Format: int64
             * @description Of the image that was compared, or of what it has now where none was.
             */
            position: number;
            /** @description Of that image as the process says. */
            hash?: string;
            /** @description What the ledger gives there. */
            expected?: string;
            /** @description The same in words. */
            detail: string;
        };
        Recovery: {
            /** Format: uuid */
            ledgerId: string;
            /**
             * Format: int64
             * @description The position with which the database ended.
             */
            before: number;
            /**
             * Format: int64
             * @description The position with which it ends now.
             */
            after: number;
            /**
             * Format: int64
             * @description The position of the last event of the topic.
             */
            topic: number;
            /**
             * Format: int64
             * @description How many commands the events between are of.
             */
            commands: number;
            /** @description Why the topic has more than was put back, if it has. */
            left?: string;
            /** @description Whether nothing was written. */
            dryRun: boolean;
        };
        /** @example key-4n5bfklc */
        KeyId: string;
        /**
         * @description What whoever has the key may do; see the table of access.
         * @enum {string}
         */
        Role: "VIEWER" | "AUDITOR" | "OPERATOR" | "ADMIN";
        /**
         * @description Ids of the VPCs, dedicated instances and services that an OPERATOR may change, with what they hold; none are no limit.
         * @default []
         */
        Scope: string[];
        /**
         * Format: date-time
         * @description From when on it opens nothing; whole seconds, UTC. Absent if it is good until it is revoked.
         */
        Expiry: string;
        KeyRequest: {
            name: components["schemas"]["Name"];
            role: components["schemas"]["Role"];
            scope?: components["schemas"]["Scope"];
            expiresAt?: components["schemas"]["Expiry"];
        };
        Key: {
            id: components["schemas"]["KeyId"];
            name: components["schemas"]["Name"];
            role: components["schemas"]["Role"];
            scope: components["schemas"]["Scope"];
            expiresAt?: components["schemas"]["Expiry"];
            /** @description Whether somebody came with it. */
            used: boolean;
            /** @description Whether it is recorded that its time is over. */
            expired: boolean;
            /** Format: int64 */
            version: number;
            /**
             * Format: int64
             * @description Of its last event.
             */
            position: number;
            /** Format: date-time */
            changedAt: string;
            /** @description The secret; only in the first answer to its making. */
            key?: string;
        };
        MadeKey: components["schemas"]["Key"];
        Session: {
            /** @description What events call him. */
            actor: string;
            /** @description How that is proven: `key/` and an id, `oidc/` and an issuer, `none`. */
            authentication: string;
            role: components["schemas"]["Role"];
            scope: components["schemas"]["Scope"];
        };
        LoginLink: {
            /** @description Of this origin; whoever has it can log in with it. */
            path: string;
            /** @description How long it works. */
            seconds: number;
        };
        InclusionProof: {
            /** Format: int64 */
            position: number;
            /** @description Of the event. */
            hash: string;
            /** Format: int64 */
            size: number;
            /** @description Of the tree, base64. */
            root: string;
            /** @description From the leaf's sibling to the child of the root, base64. */
            proof: string[];
        };
        ConsistencyProof: {
            /** Format: int64 */
            from: number;
            /** @description Base64. */
            fromRoot: string;
            /** Format: int64 */
            to: number;
            /** @description Base64. */
            toRoot: string;
            /** @description Hashes of nodes that both trees have, base64. */
            proof: string[];
        };
        Cosignature: {
            /** Format: int64 */
            size: number;
            /** @description Base64. */
            root: string;
            /** @description The witness, as a verifier key. */
            key: string;
            /** @description Its line in the note of the checkpoint. */
            signature: string;
            /** @description Whether the ledger has this root at this size; if not, the witness saw another history. */
            consistent: boolean;
            /**
             * Format: date-time
             * @description When it says it said so.
             */
            at: string;
        };
        CosignatureList: {
            items: components["schemas"]["Cosignature"][];
        };
        LedgerKey: {
            id: string;
            /** @description Its public part, as tools for signed notes take it. */
            verifierKey: string;
            /** @description The same for its signatures that say when. */
            timedKey: string;
            /**
             * Format: int64
             * @description The position of the event that named it.
             */
            created: number;
            /**
             * Format: int64
             * @description The position of the event that retired it.
             */
            retired?: number;
        };
        LedgerKeyList: {
            items: components["schemas"]["LedgerKey"][];
        };
        /** @example upstream-4n5bfklc */
        UpstreamId: string;
        /** @example service-9x2kd0aq */
        ServiceId: string;
        /** @example api-71mm3zq8 */
        ApiId: string;
        /** @example release-k2j4n5b6 */
        ReleaseId: string;
        /** @example instance-0aa1bb2c */
        InstanceId: string;
        /** @example vpc-77h2k1p0 */
        VpcId: string;
        /** @example ccn-5t6y7u8i */
        NetworkId: string;
        /** @example pets */
        Name: string;
        /** @default  */
        Description: string;
        /**
         * Format: int64
         * @description Its entity tag.
         */
        Version: number;
        /**
         * Format: int64
         * @description Of the event that gave it its present value.
         */
        ObjectPosition: number;
        /** Format: date-time */
        ChangedAt: string;
        Warning: {
            /**
             * @description `VPC_NOT_CONNECTED` the upstream is out of the instance's reach; `NO_ELIGIBLE_NODE` no node of the upstream takes requests; `LOCAL_NODE` the data plane does not connect to a node's address unless `WEIR_ALLOW_LOCAL_NODES` says so; `UNKNOWN_UPSTREAM` the upstream of a release is deleted; `FIELDS_RESET` a PUT left out what had been set.
             * @enum {string}
             */
            code: "VPC_NOT_CONNECTED" | "NO_ELIGIBLE_NODE" | "LOCAL_NODE" | "UNKNOWN_UPSTREAM" | "FIELDS_RESET";
            detail: string;
            /** @description RFC 6901 pointers to the fields it is about. */
            pointers?: string[];
            /** @description Of a release: the API that it is about. */
            apiId?: components["schemas"]["ApiId"];
        };
        /** @description What the caller should know about what was accepted; absent if there is nothing. */
        Warnings: components["schemas"]["Warning"][];
        Event: {
            /** Format: int64 */
            position: number;
            /**
             * @description The object whose version it advanced.
             * @example upstream/upstream-4n5bfklc
             */
            stream: string;
            /** Format: int64 */
            version: number;
            /** @example upstream.created.v1 */
            type: string;
            /** @description All objects it speaks of. */
            subjects: string[];
            actor: string;
            /**
             * @description How it is known who that was: `key/` and an id, `oidc/` and an issuer, `weir` if Weir decided by itself, `none` if nobody proved anything; absent in events of before this was recorded.
             * @example key/key-4n5bfklc
             * @example none
             */
            authentication?: string;
            reason?: string;
            /**
             * Format: uuid
             * @description The command that caused it, perhaps with others.
             */
            commandId: string;
            /** @description The trace or request id of the caller. */
            correlation: string;
            /** Format: date-time */
            recordedAt: string;
            /** @description Its link in the hash chain. */
            hash: string;
            /** @description The whole new value of what changed, as recorded. */
            data: Record<string, never>;
            /** @description What it changed in the content of its object, in the order in which to apply it. */
            changes: components["schemas"]["Difference"][];
        };
        Effect: {
            /**
             * @description `API_DISCONNECTED` the upstream of an API goes out of reach of its service's instance, `API_CONNECTED` it comes into reach; `LIVE_AT_ONCE` an environment answers otherwise at once; `NEEDS_RELEASE` an environment answers as before until the service is released into it; `SHARE` a node gets another share of new requests, by weight.
             * @enum {string}
             */
            code: "API_DISCONNECTED" | "API_CONNECTED" | "LIVE_AT_ONCE" | "NEEDS_RELEASE" | "SHARE";
            /**
             * @description What it is about.
             * @enum {string}
             */
            kind: "api" | "environment" | "node";
            /**
             * @description Of a node: `address:port`.
             * @example api-71mm3zq8
             * @example release
             */
            id: string;
            /** @description Of an environment that of the service, of a node that of the upstream. */
            name: string;
            /** @description Of an API or an environment. */
            serviceId?: components["schemas"]["ServiceId"];
            /** @description Of a node. */
            upstreamId?: components["schemas"]["UpstreamId"];
            detail: string;
            /** @description Of a share: the fraction of new requests as it is. */
            from?: number;
            /** @description As it would be. */
            to?: number;
        };
        DryRun: {
            /**
             * Format: int64
             * @description Of the configuration that it was decided against.
             */
            position: number;
            /** @description What would be recorded, in order. The id of a new object is one that it might have got. */
            events: {
                /** @example upstream.nodes-changed.v1 */
                type: string;
                /** @example upstream-4n5bfklc */
                subject: string;
            }[];
            /** @description What the history would tell of that. */
            changes: {
                subject: string;
                /** @description RFC 6901 JSON pointer into the content of the object, nodes by `address:port`. */
                pointer: string;
                /** @description What stands there; absent if nothing does. */
                from?: unknown;
                /** @description What would; absent if nothing would. */
                to?: unknown;
            }[];
            /** @description As the answer to the change would have them. */
            warnings: components["schemas"]["Warning"][];
            /** @description What it means beyond the object, most urgent first, 1000 at most. */
            effects: components["schemas"]["Effect"][];
        };
        /** @description One place of an object's content that is not as it was. */
        Difference: {
            /**
             * @description RFC 6901 pointer into the content; nodes are told by `address:port` (IPv6 in brackets) and not by their place in the list.
             * @example /nodes/10.0.0.1:8080/weight
             */
            pointer: string;
            /** @description What stood there; absent if nothing did. */
            from?: unknown;
            /** @description What stands there; absent if nothing does. */
            to?: unknown;
        };
        /** @description The object as it is now, as whatever changes or creates one answers it. */
        Reverted: Record<string, never>;
        /** @description Members replace those of the object, null removes one, objects merge, arrays are replaced whole (RFC 7396). */
        MergePatch: Record<string, never>;
        /** @description An error (RFC 9457). */
        Problem: {
            /**
             * Format: uri
             * @example urn:weir:problem:validation-failed
             */
            type: string;
            title: string;
            status: number;
            /**
             * @description What programs compare.
             * @enum {string}
             */
            code: "BAD_REQUEST" | "MALFORMED_JSON" | "VALIDATION_FAILED" | "UNAUTHENTICATED" | "INVALID_KEY" | "INVALID_TOKEN" | "KEY_EXPIRED" | "KEY_REVOKED" | "FOREIGN_ORIGIN" | "FORBIDDEN" | "NOT_FOUND" | "METHOD_NOT_ALLOWED" | "NO_REPLICA" | "NOT_RECOVERABLE" | "NOT_REVERTIBLE" | "NOT_SIGNING" | "BODY_TOO_LARGE" | "URI_TOO_LONG" | "UNSUPPORTED_MEDIA_TYPE" | "UNKNOWN_HOST" | "IDEMPOTENCY_KEY_REUSED" | "INTERNAL_ERROR" | "REPLICA_UNREACHABLE" | "POSITION_NOT_REACHED" | "LEDGER_BUSY" | "LEDGER_REWOUND" | "LEDGER_UNAVAILABLE" | "LEDGER_UNREADABLE" | "ISSUER_UNAVAILABLE" | "READ_MODEL_UNAVAILABLE" | "REGISTRY_UNAVAILABLE" | "TOPIC_UNAVAILABLE" | "REPLICA_TIMEOUT" | "NOT_FOUND" | "VALIDATION_FAILED" | "NAME_TAKEN" | "PATH_TAKEN" | "DOMAIN_TAKEN" | "IN_USE" | "UNKNOWN_VPC" | "UNKNOWN_UPSTREAM" | "UNKNOWN_INSTANCE" | "UNKNOWN_RELEASE" | "SHARED_INSTANCE" | "VPC_NOT_CONNECTED" | "NOTHING_TO_RELEASE" | "CHANGED_SINCE" | "PRECONDITION_FAILED" | "LIMIT_EXCEEDED" | "OUT_OF_SCOPE";
            detail: string;
            /** @description The path of the request. */
            instance?: string;
            /** @description What the server's log names the request by. */
            correlation?: string;
            /** @description Everything that is wrong. */
            errors?: components["schemas"]["Violation"][];
            /** @description Ids of the objects that stand in the way. */
            related?: string[];
        };
        Violation: {
            /**
             * @description RFC 6901 pointer into the body.
             * @example /nodes/0/port
             */
            pointer?: string;
            /** @description Of the query. */
            parameter?: string;
            header?: string;
            /** @description Of the rule that refused it. */
            code?: string;
            detail: string;
            related?: string[];
            /** @description Of `CHANGED_SINCE`: what stood at the pointer, into the content of the object, before the event; absent if nothing did. */
            from?: unknown;
            /** @description What the event put there; absent if it took away what there was. */
            to?: unknown;
            /** @description What stands there; absent if nothing does. */
            now?: unknown;
        };
        UpstreamList: {
            items: components["schemas"]["Upstream"][];
            /** @description How many there are on all pages; only with `count=true`. */
            total?: number;
            /**
             * Format: int64
             * @description Of the last event the list knows of.
             */
            position: number;
        };
        AssociatedApiList: {
            items: components["schemas"]["AssociatedApi"][];
            /** @description How many there are on all pages; only with `count=true`. */
            total?: number;
            /**
             * Format: int64
             * @description Of the last event the list knows of.
             */
            position: number;
        };
        NodeHealthList: {
            items: components["schemas"]["NodeHealth"][];
            /** @description How many there are on all pages; only with `count=true`. */
            total?: number;
            /**
             * Format: int64
             * @description Of the last event the list knows of.
             */
            position: number;
        };
        EventList: {
            items: components["schemas"]["Event"][];
            /** @description How many there are on all pages; only with `count=true`. */
            total?: number;
            /**
             * Format: int64
             * @description Of the last event the list knows of.
             */
            position: number;
        };
        ServiceList: {
            items: components["schemas"]["Service"][];
            /** @description How many there are on all pages; only with `count=true`. */
            total?: number;
            /**
             * Format: int64
             * @description Of the last event the list knows of.
             */
            position: number;
        };
        ApiList: {
            items: components["schemas"]["Api"][];
            /** @description How many there are on all pages; only with `count=true`. */
            total?: number;
            /**
             * Format: int64
             * @description Of the last event the list knows of.
             */
            position: number;
        };
        DomainList: {
            items: components["schemas"]["Domain"][];
            /** @description How many there are on all pages; only with `count=true`. */
            total?: number;
            /**
             * Format: int64
             * @description Of the last event the list knows of.
             */
            position: number;
        };
        AttemptList: {
            items: components["schemas"]["Attempt"][];
            /** @description How many there are on all pages; only with `count=true`. */
            total?: number;
            /**
             * Format: int64
             * @description Of the last event the list knows of.
             */
            position: number;
        };
        KeyList: {
            items: components["schemas"]["Key"][];
            /** @description How many there are on all pages; only with `count=true`. */
            total?: number;
            /**
             * Format: int64
             * @description Of the last event the list knows of.
             */
            position: number;
        };
    };
    responses: {
        /** @description `VALIDATION_FAILED`, `MALFORMED_JSON` or `BAD_REQUEST`: the request itself is wrong, and everything that is wrong is named. */
        Invalid: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `NOT_FOUND`: there is no such object. */
        NotFound: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description A rule stands against the change, and `related` names what stands in the way: `NAME_TAKEN`, `DOMAIN_TAKEN`, `PATH_TAKEN`, `IN_USE`, `SHARED_INSTANCE`, `VPC_NOT_CONNECTED`, `NOTHING_TO_RELEASE`, `LIMIT_EXCEEDED`. Several reasons are given at once. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `CHANGED_SINCE`: what the event changed was changed since, and nothing was put back; `errors` has each place, with `from` before the event, `to` after it and `now`. `NOT_REVERTIBLE`: what the event says cannot be put back, and the text says why. Or a rule stands against the write that it amounts to, with the code that it has there, such as `IN_USE` or `NAME_TAKEN`. */
        NotReverted: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `PRECONDITION_FAILED`: the object has another version than `If-Match` names, or one that `If-None-Match` excludes. */
        PreconditionFailed: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `BODY_TOO_LARGE`: the body has more than 1 MiB. */
        TooLarge: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description `UNSUPPORTED_MEDIA_TYPE`: the body does not say in `Content-Type` that it is JSON. */
        UnsupportedMediaType: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The change refers to what does not exist (`UNKNOWN_VPC`, `UNKNOWN_UPSTREAM`, `UNKNOWN_INSTANCE`, `UNKNOWN_RELEASE`), or its Idempotency-Key belongs to another request (`IDEMPOTENCY_KEY_REUSED`). */
        Unprocessable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description For the moment this cannot be answered: `LEDGER_BUSY`, `LEDGER_UNAVAILABLE`, `LEDGER_REWOUND`, `LEDGER_UNREADABLE`, `READ_MODEL_UNAVAILABLE`, `POSITION_NOT_REACHED`, `REGISTRY_UNAVAILABLE`, `TOPIC_UNAVAILABLE`. Repeat it, a change with its Idempotency-Key. */
        Unavailable: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
    };
    parameters: {
        /**
         * @description The node's `address:port`, with an IPv6 address in brackets (`%5Bfd00::1%5D:8080`).
         * @example 10.0.0.1:8080
         */
        node: string;
        /** @description Only those of which a live replica finds a node unfit (`UNHEALTHY`), of which nodes are found fit and none unfit (`HEALTHY`), or of which nothing is known (`UNKNOWN`). Not together with `at`. */
        "Upstream.health": "UNHEALTHY" | "HEALTHY" | "UNKNOWN";
        /** @description Only what is, or is not, found unfit for requests. */
        unhealthy: boolean;
        /** @description Refuses an API whose upstream is out of reach. */
        require: "reachable";
        environment: components["schemas"]["EnvironmentName"];
        domain: components["schemas"]["DomainName"];
        /**
         * @description Id of an object whose history it is.
         * @example upstream-4n5bfklc
         */
        subject: string;
        /**
         * @description Method and path of the request, or how they begin.
         * @example DELETE /v1/upstreams
         */
        operation: string;
        /**
         * @description The code of the answer, or of one of the reasons in it.
         * @example IN_USE
         */
        code: string;
        /** @description Where the request came from. */
        source_address: string;
        /**
         * @description Id of an object that the path or one of the reasons names.
         * @example upstream-4n5bfklc
         */
        "Attempt.subject": string;
        /** @description Only what has this text, in any case, in anything an attempt says. Reads everything where little fits. */
        "Attempt.q": string;
        /** @description 0 for the leaves, up to 7. */
        level: string;
        /** @description Which tile of the level. */
        index: string;
        /** @description How many events the checkpoint is of. */
        size: number;
        /**
         * @description Entity tags to change, of which the version counts, or `*` if it must exist, else 412.
         * @example "3"
         */
        "If-Match": string;
        /**
         * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
         * @example "3"
         */
        "If-None-Match": string;
        /** @description Whether to record nothing and to answer with what the change would record and what that would mean. It is decided, and refused, as the change itself would be. */
        dry_run: boolean;
        /** @description Names this change; repeating it with the same key gives the same answer for 7 days, if nothing else is set. Belongs to actor, method and path. */
        "Idempotency-Key": string;
        /** @description Who asks; recorded. */
        "Weir-Actor": string;
        /** @description Why; recorded. Any characters but control characters, in UTF-8 or, where only ASCII can be sent, as an ext-value (RFC 8187, 3.2): `UTF-8''r%C3%A9sum%C3%A9`. `Weir-Actor` likewise. */
        "Weir-Reason": string;
        /** @description Of the event. */
        position: number;
        /** @description Names the request in logs and events unless `traceparent` does. */
        "X-Request-Id": string;
        /**
         * @description Type of event, or the words it begins with.
         * @example upstream.created
         */
        type: string;
        actor: string;
        /**
         * @description Only from this time on (RFC 3339, at most microseconds).
         * @example 2026-01-01T12:00:00Z
         */
        since: string;
        /** @description Only before this time (RFC 3339); not before `since`. */
        until: string;
        /** @description Position that the events are younger than; 0 is before the first. */
        after_position: number;
        /** @description Position that the events are older than. */
        before: number;
        /** @description Only what has this text, in any case, in one of: stream, type, subjects, actor, reason, correlation, and every pointer and value of `changes`. Reads everything where little fits. */
        "Event.q": string;
        /** @description How many items at most. */
        limit: number;
        /** @description Only what has this text, in any case, in one of: id, name and description; of upstreams also the nodes' `address:port`, of APIs also the front-end path, of associated APIs the API's id and name and the service's name, of releases id and description, of domains the domain, of replicas and their findings their names and addresses, of certificates name and host names, of endpoints the service's id and name. Reads the whole list where little fits. */
        q: string;
        /** @description The cursor in the `Link` of the page before: the page comes after its last item, whether that is still there or not. It serves the very list, filters and order it is of, and is 400 elsewhere. An item that stays is on exactly one page; one whose place in the order changes meanwhile (renamed, in the order of names) may be missed or seen twice. The order by `id` and by `created` never changes. */
        after: string;
        /** @description How many items to skip. For people: it skips and repeats when others create and delete, and costs more the further it goes. Not together with `after`. */
        offset: number;
        /** @description `summary` leaves out what is long or takes work: nodes and their health, the health checker and all other settings of upstreams, back ends and reachability of APIs, links of networks, the number of services of instances, environments of services, certificates, hosts and addresses of endpoints, host names and replicas of certificates, descriptions of releases, the data and the changes of events, the errors of attempts. */
        fields: "summary";
        /** @description Whether to answer with `total`, which takes reading all that fits. */
        count: boolean;
        /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
        min_position: number;
        /**
         * @description The moment to look at instead of now: a position of the ledger, or a time (RFC 3339), which stands for the last event recorded by then. A position within a command stands for all of it, 0 for the empty configuration. `Weir-Position` of the answer is the moment that was looked at, `Weir-Event-Time` when its event was recorded. Not together with `min_position`.
         * @example 1042
         */
        at: number | string;
        /** @description How long to wait for `min_position`. */
        wait_ms: number;
    };
    requestBodies: never;
    headers: {
        /** @description How many events the export holds. */
        "Weir-Export-Events": number;
        /**
         * @description The version of the object. Where an answer also tells what the version does not, such as how many others use the object, a hash of the answer follows; `If-Match` compares versions, and takes the version alone, too.
         * @example "3"
         */
        ETag: string;
        /**
         * @description The position of the ledger that the answer knows of.
         * @example 1042
         */
        "Weir-Position": number;
        /**
         * @description The next page, `rel="next"` (RFC 8288), if there is one: the same request with another `after`.
         * @example </v1/upstreams?after=WyI5ZjB&limit=20>; rel="next"
         */
        Link: string;
        /**
         * @description The types of the events that were recorded, in order; the last stands at `Weir-Position`. Absent if there are none.
         * @example upstream.nodes-changed.v1
         */
        "Weir-Events": string;
        /**
         * @description Where the new object is.
         * @example /v1/upstreams/upstream-4n5bfklc
         */
        Location: string;
        /** @description `true` if this is the answer of an earlier request with the same key. */
        "Idempotency-Replayed": string;
        /**
         * @description Seconds after which another try makes sense.
         * @example 1
         */
        "Retry-After": number;
    };
    pathItems: never;
}
export type $defs = Record<string, never>;
export interface operations {
    listUpstreams: {
        parameters: {
            query?: {
                id?: components["schemas"]["UpstreamId"];
                name?: components["schemas"]["Name"];
                vpc_id?: components["schemas"]["VpcId"];
                /** @description What the nodes speak. */
                protocol?: "HTTP" | "HTTPS";
                algorithm?: "WEIGHTED_ROUND_ROBIN";
                /** @description Only those of which a live replica finds a node unfit (`UNHEALTHY`), of which nodes are found fit and none unfit (`HEALTHY`), or of which nothing is known (`UNKNOWN`). Not together with `at`. */
                health?: components["parameters"]["Upstream.health"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
                /** @description Only what has this text, in any case, in one of: id, name and description; of upstreams also the nodes' `address:port`, of APIs also the front-end path, of associated APIs the API's id and name and the service's name, of releases id and description, of domains the domain, of replicas and their findings their names and addresses, of certificates name and host names, of endpoints the service's id and name. Reads the whole list where little fits. */
                q?: components["parameters"]["q"];
                /** @description The cursor in the `Link` of the page before: the page comes after its last item, whether that is still there or not. It serves the very list, filters and order it is of, and is 400 elsewhere. An item that stays is on exactly one page; one whose place in the order changes meanwhile (renamed, in the order of names) may be missed or seen twice. The order by `id` and by `created` never changes. */
                after?: components["parameters"]["after"];
                /** @description How many items to skip. For people: it skips and repeats when others create and delete, and costs more the further it goes. Not together with `after`. */
                offset?: components["parameters"]["offset"];
                /** @description The order, descending after a minus. Texts by code point. */
                sort?: "created" | "id" | "-id" | "name" | "-name" | "-created" | "changed" | "-changed" | "nodes" | "-nodes";
                /** @description `summary` leaves out what is long or takes work: nodes and their health, the health checker and all other settings of upstreams, back ends and reachability of APIs, links of networks, the number of services of instances, environments of services, certificates, hosts and addresses of endpoints, host names and replicas of certificates, descriptions of releases, the data and the changes of events, the errors of attempts. */
                fields?: components["parameters"]["fields"];
                /** @description Whether to answer with `total`, which takes reading all that fits. */
                count?: components["parameters"]["count"];
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /**
                 * @description The moment to look at instead of now: a position of the ledger, or a time (RFC 3339), which stands for the last event recorded by then. A position within a command stands for all of it, 0 for the empty configuration. `Weir-Position` of the answer is the moment that was looked at, `Weir-Event-Time` when its event was recorded. Not together with `min_position`.
                 * @example 1042
                 */
                at?: components["parameters"]["at"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of upstreams. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["UpstreamList"];
                };
            };
            400: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    createUpstream: {
        parameters: {
            query?: {
                /** @description Whether to record nothing and to answer with what the change would record and what that would mean. It is decided, and refused, as the change itself would be. */
                dry_run?: components["parameters"]["dry_run"];
            };
            header?: {
                /**
                 * @description Entity tags to change, of which the version counts, or `*` if it must exist, else 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description Names this change; repeating it with the same key gives the same answer for 7 days, if nothing else is set. Belongs to actor, method and path. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description Who asks; recorded. */
                "Weir-Actor"?: components["parameters"]["Weir-Actor"];
                /** @description Why; recorded. Any characters but control characters, in UTF-8 or, where only ASCII can be sent, as an ext-value (RFC 8187, 3.2): `UTF-8''r%C3%A9sum%C3%A9`. `Weir-Actor` likewise. */
                "Weir-Reason"?: components["parameters"]["Weir-Reason"];
                /** @description Names the request in logs and events unless `traceparent` does. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpstreamRequest"];
            };
        };
        responses: {
            /** @description With `dry_run`: what it would come to. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upstream"];
                };
            };
            400: components["responses"]["Invalid"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            503: components["responses"]["Unavailable"];
        };
    };
    getUpstream: {
        parameters: {
            query?: {
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /**
                 * @description The moment to look at instead of now: a position of the ledger, or a time (RFC 3339), which stands for the last event recorded by then. A position within a command stands for all of it, 0 for the empty configuration. `Weir-Position` of the answer is the moment that was looked at, `Weir-Event-Time` when its event was recorded. Not together with `min_position`.
                 * @example 1042
                 */
                at?: components["parameters"]["at"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: {
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                upstreamId: components["schemas"]["UpstreamId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The upstream. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upstream"];
                };
            };
            /** @description As the client has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceUpstream: {
        parameters: {
            query?: {
                /** @description Whether to record nothing and to answer with what the change would record and what that would mean. It is decided, and refused, as the change itself would be. */
                dry_run?: components["parameters"]["dry_run"];
            };
            header?: {
                /**
                 * @description Entity tags to change, of which the version counts, or `*` if it must exist, else 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description Names this change; repeating it with the same key gives the same answer for 7 days, if nothing else is set. Belongs to actor, method and path. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description Who asks; recorded. */
                "Weir-Actor"?: components["parameters"]["Weir-Actor"];
                /** @description Why; recorded. Any characters but control characters, in UTF-8 or, where only ASCII can be sent, as an ext-value (RFC 8187, 3.2): `UTF-8''r%C3%A9sum%C3%A9`. `Weir-Actor` likewise. */
                "Weir-Reason"?: components["parameters"]["Weir-Reason"];
                /** @description Names the request in logs and events unless `traceparent` does. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                upstreamId: components["schemas"]["UpstreamId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["UpstreamRequest"];
            };
        };
        responses: {
            /** @description As it is now. With `dry_run`: what it would come to. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upstream"] | components["schemas"]["DryRun"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteUpstream: {
        parameters: {
            query?: {
                /** @description Whether to record nothing and to answer with what the change would record and what that would mean. It is decided, and refused, as the change itself would be. */
                dry_run?: components["parameters"]["dry_run"];
            };
            header?: {
                /**
                 * @description Entity tags to change, of which the version counts, or `*` if it must exist, else 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description Names this change; repeating it with the same key gives the same answer for 7 days, if nothing else is set. Belongs to actor, method and path. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description Who asks; recorded. */
                "Weir-Actor"?: components["parameters"]["Weir-Actor"];
                /** @description Why; recorded. Any characters but control characters, in UTF-8 or, where only ASCII can be sent, as an ext-value (RFC 8187, 3.2): `UTF-8''r%C3%A9sum%C3%A9`. `Weir-Actor` likewise. */
                "Weir-Reason"?: components["parameters"]["Weir-Reason"];
                /** @description Names the request in logs and events unless `traceparent` does. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                upstreamId: components["schemas"]["UpstreamId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With `dry_run`: what it would come to. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            /** @description Gone. */
            204: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["Unprocessable"];
            503: components["responses"]["Unavailable"];
        };
    };
    patchUpstream: {
        parameters: {
            query?: {
                /** @description Whether to record nothing and to answer with what the change would record and what that would mean. It is decided, and refused, as the change itself would be. */
                dry_run?: components["parameters"]["dry_run"];
            };
            header?: {
                /**
                 * @description Entity tags to change, of which the version counts, or `*` if it must exist, else 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description Names this change; repeating it with the same key gives the same answer for 7 days, if nothing else is set. Belongs to actor, method and path. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description Who asks; recorded. */
                "Weir-Actor"?: components["parameters"]["Weir-Actor"];
                /** @description Why; recorded. Any characters but control characters, in UTF-8 or, where only ASCII can be sent, as an ext-value (RFC 8187, 3.2): `UTF-8''r%C3%A9sum%C3%A9`. `Weir-Actor` likewise. */
                "Weir-Reason"?: components["parameters"]["Weir-Reason"];
                /** @description Names the request in logs and events unless `traceparent` does. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                upstreamId: components["schemas"]["UpstreamId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["MergePatch"];
                "application/json": components["schemas"]["MergePatch"];
            };
        };
        responses: {
            /** @description As it is now. With `dry_run`: what it would come to. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upstream"] | components["schemas"]["DryRun"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAssociatedApis: {
        parameters: {
            query?: {
                service_id?: components["schemas"]["ServiceId"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
                /** @description Only what has this text, in any case, in one of: id, name and description; of upstreams also the nodes' `address:port`, of APIs also the front-end path, of associated APIs the API's id and name and the service's name, of releases id and description, of domains the domain, of replicas and their findings their names and addresses, of certificates name and host names, of endpoints the service's id and name. Reads the whole list where little fits. */
                q?: components["parameters"]["q"];
                /** @description The cursor in the `Link` of the page before: the page comes after its last item, whether that is still there or not. It serves the very list, filters and order it is of, and is 400 elsewhere. An item that stays is on exactly one page; one whose place in the order changes meanwhile (renamed, in the order of names) may be missed or seen twice. The order by `id` and by `created` never changes. */
                after?: components["parameters"]["after"];
                /** @description How many items to skip. For people: it skips and repeats when others create and delete, and costs more the further it goes. Not together with `after`. */
                offset?: components["parameters"]["offset"];
                /** @description The order, descending after a minus. Texts by code point. */
                sort?: "bound" | "id" | "-id" | "-bound" | "name" | "-name";
                /** @description `summary` leaves out what is long or takes work: nodes and their health, the health checker and all other settings of upstreams, back ends and reachability of APIs, links of networks, the number of services of instances, environments of services, certificates, hosts and addresses of endpoints, host names and replicas of certificates, descriptions of releases, the data and the changes of events, the errors of attempts. */
                fields?: components["parameters"]["fields"];
                /** @description Whether to answer with `total`, which takes reading all that fits. */
                count?: components["parameters"]["count"];
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /**
                 * @description The moment to look at instead of now: a position of the ledger, or a time (RFC 3339), which stands for the last event recorded by then. A position within a command stands for all of it, 0 for the empty configuration. `Weir-Position` of the answer is the moment that was looked at, `Weir-Event-Time` when its event was recorded. Not together with `min_position`.
                 * @example 1042
                 */
                at?: components["parameters"]["at"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: never;
            path: {
                upstreamId: components["schemas"]["UpstreamId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of associated APIs. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AssociatedApiList"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    listNodeHealth: {
        parameters: {
            query?: {
                /** @description Only what is, or is not, found unfit for requests. */
                unhealthy?: components["parameters"]["unhealthy"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
                /** @description Only what has this text, in any case, in one of: id, name and description; of upstreams also the nodes' `address:port`, of APIs also the front-end path, of associated APIs the API's id and name and the service's name, of releases id and description, of domains the domain, of replicas and their findings their names and addresses, of certificates name and host names, of endpoints the service's id and name. Reads the whole list where little fits. */
                q?: components["parameters"]["q"];
                /** @description The cursor in the `Link` of the page before: the page comes after its last item, whether that is still there or not. It serves the very list, filters and order it is of, and is 400 elsewhere. An item that stays is on exactly one page; one whose place in the order changes meanwhile (renamed, in the order of names) may be missed or seen twice. The order by `id` and by `created` never changes. */
                after?: components["parameters"]["after"];
                /** @description How many items to skip. For people: it skips and repeats when others create and delete, and costs more the further it goes. Not together with `after`. */
                offset?: components["parameters"]["offset"];
                /** @description The order, descending after a minus. Texts by code point. */
                sort?: "node" | "-node";
                /** @description `summary` leaves out what is long or takes work: nodes and their health, the health checker and all other settings of upstreams, back ends and reachability of APIs, links of networks, the number of services of instances, environments of services, certificates, hosts and addresses of endpoints, host names and replicas of certificates, descriptions of releases, the data and the changes of events, the errors of attempts. */
                fields?: components["parameters"]["fields"];
                /** @description Whether to answer with `total`, which takes reading all that fits. */
                count?: components["parameters"]["count"];
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: never;
            path: {
                upstreamId: components["schemas"]["UpstreamId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of findings, by node and replica. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["NodeHealthList"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    listUpstreamHistory: {
        parameters: {
            query?: {
                /**
                 * @description Type of event, or the words it begins with.
                 * @example upstream.created
                 */
                type?: components["parameters"]["type"];
                actor?: components["parameters"]["actor"];
                /**
                 * @description Only from this time on (RFC 3339, at most microseconds).
                 * @example 2026-01-01T12:00:00Z
                 */
                since?: components["parameters"]["since"];
                /** @description Only before this time (RFC 3339); not before `since`. */
                until?: components["parameters"]["until"];
                /** @description Position that the events are younger than; 0 is before the first. */
                after_position?: components["parameters"]["after_position"];
                /** @description Position that the events are older than. */
                before?: components["parameters"]["before"];
                /** @description Only what has this text, in any case, in one of: stream, type, subjects, actor, reason, correlation, and every pointer and value of `changes`. Reads everything where little fits. */
                q?: components["parameters"]["Event.q"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
                /** @description The cursor in the `Link` of the page before: the page comes after its last item, whether that is still there or not. It serves the very list, filters and order it is of, and is 400 elsewhere. An item that stays is on exactly one page; one whose place in the order changes meanwhile (renamed, in the order of names) may be missed or seen twice. The order by `id` and by `created` never changes. */
                after?: components["parameters"]["after"];
                /** @description How many items to skip. For people: it skips and repeats when others create and delete, and costs more the further it goes. Not together with `after`. */
                offset?: components["parameters"]["offset"];
                /** @description The order, descending after a minus. Texts by code point. */
                sort?: "-position" | "position";
                /** @description `summary` leaves out what is long or takes work: nodes and their health, the health checker and all other settings of upstreams, back ends and reachability of APIs, links of networks, the number of services of instances, environments of services, certificates, hosts and addresses of endpoints, host names and replicas of certificates, descriptions of releases, the data and the changes of events, the errors of attempts. */
                fields?: components["parameters"]["fields"];
                /** @description Whether to answer with `total`, which takes reading all that fits. */
                count?: components["parameters"]["count"];
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: never;
            path: {
                upstreamId: components["schemas"]["UpstreamId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    getNode: {
        parameters: {
            query?: {
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /**
                 * @description The moment to look at instead of now: a position of the ledger, or a time (RFC 3339), which stands for the last event recorded by then. A position within a command stands for all of it, 0 for the empty configuration. `Weir-Position` of the answer is the moment that was looked at, `Weir-Event-Time` when its event was recorded. Not together with `min_position`.
                 * @example 1042
                 */
                at?: components["parameters"]["at"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: {
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                upstreamId: components["schemas"]["UpstreamId"];
                /**
                 * @description The node's `address:port`, with an IPv6 address in brackets (`%5Bfd00::1%5D:8080`).
                 * @example 10.0.0.1:8080
                 */
                node: components["parameters"]["node"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The node. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Node"];
                };
            };
            /** @description As the client has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    putNode: {
        parameters: {
            query?: {
                /** @description Whether to record nothing and to answer with what the change would record and what that would mean. It is decided, and refused, as the change itself would be. */
                dry_run?: components["parameters"]["dry_run"];
            };
            header?: {
                /**
                 * @description Entity tags to change, of which the version counts, or `*` if it must exist, else 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description Names this change; repeating it with the same key gives the same answer for 7 days, if nothing else is set. Belongs to actor, method and path. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description Who asks; recorded. */
                "Weir-Actor"?: components["parameters"]["Weir-Actor"];
                /** @description Why; recorded. Any characters but control characters, in UTF-8 or, where only ASCII can be sent, as an ext-value (RFC 8187, 3.2): `UTF-8''r%C3%A9sum%C3%A9`. `Weir-Actor` likewise. */
                "Weir-Reason"?: components["parameters"]["Weir-Reason"];
                /** @description Names the request in logs and events unless `traceparent` does. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                upstreamId: components["schemas"]["UpstreamId"];
                /**
                 * @description The node's `address:port`, with an IPv6 address in brackets (`%5Bfd00::1%5D:8080`).
                 * @example 10.0.0.1:8080
                 */
                node: components["parameters"]["node"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NodeRequest"];
            };
        };
        responses: {
            /** @description The upstream with the node in the place of another. With `dry_run`: what it would come to. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upstream"] | components["schemas"]["DryRun"];
                };
            };
            /** @description The upstream with one node more. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upstream"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteNode: {
        parameters: {
            query?: {
                /** @description Whether to record nothing and to answer with what the change would record and what that would mean. It is decided, and refused, as the change itself would be. */
                dry_run?: components["parameters"]["dry_run"];
            };
            header?: {
                /**
                 * @description Entity tags to change, of which the version counts, or `*` if it must exist, else 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description Names this change; repeating it with the same key gives the same answer for 7 days, if nothing else is set. Belongs to actor, method and path. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description Who asks; recorded. */
                "Weir-Actor"?: components["parameters"]["Weir-Actor"];
                /** @description Why; recorded. Any characters but control characters, in UTF-8 or, where only ASCII can be sent, as an ext-value (RFC 8187, 3.2): `UTF-8''r%C3%A9sum%C3%A9`. `Weir-Actor` likewise. */
                "Weir-Reason"?: components["parameters"]["Weir-Reason"];
                /** @description Names the request in logs and events unless `traceparent` does. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                upstreamId: components["schemas"]["UpstreamId"];
                /**
                 * @description The node's `address:port`, with an IPv6 address in brackets (`%5Bfd00::1%5D:8080`).
                 * @example 10.0.0.1:8080
                 */
                node: components["parameters"]["node"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The upstream without it. With `dry_run`: what it would come to. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    ETag: components["headers"]["ETag"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upstream"] | components["schemas"]["DryRun"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["Unprocessable"];
            503: components["responses"]["Unavailable"];
        };
    };
    patchNode: {
        parameters: {
            query?: {
                /** @description Whether to record nothing and to answer with what the change would record and what that would mean. It is decided, and refused, as the change itself would be. */
                dry_run?: components["parameters"]["dry_run"];
            };
            header?: {
                /**
                 * @description Entity tags to change, of which the version counts, or `*` if it must exist, else 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description Names this change; repeating it with the same key gives the same answer for 7 days, if nothing else is set. Belongs to actor, method and path. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description Who asks; recorded. */
                "Weir-Actor"?: components["parameters"]["Weir-Actor"];
                /** @description Why; recorded. Any characters but control characters, in UTF-8 or, where only ASCII can be sent, as an ext-value (RFC 8187, 3.2): `UTF-8''r%C3%A9sum%C3%A9`. `Weir-Actor` likewise. */
                "Weir-Reason"?: components["parameters"]["Weir-Reason"];
                /** @description Names the request in logs and events unless `traceparent` does. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                upstreamId: components["schemas"]["UpstreamId"];
                /**
                 * @description The node's `address:port`, with an IPv6 address in brackets (`%5Bfd00::1%5D:8080`).
                 * @example 10.0.0.1:8080
                 */
                node: components["parameters"]["node"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["MergePatch"];
                "application/json": components["schemas"]["MergePatch"];
            };
        };
        responses: {
            /** @description The upstream as it is now. With `dry_run`: what it would come to. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Upstream"] | components["schemas"]["DryRun"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            503: components["responses"]["Unavailable"];
        };
    };
    listServices: {
        parameters: {
            query?: {
                id?: components["schemas"]["ServiceId"];
                name?: components["schemas"]["Name"];
                instance_id?: components["schemas"]["InstanceId"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
                /** @description Only what has this text, in any case, in one of: id, name and description; of upstreams also the nodes' `address:port`, of APIs also the front-end path, of associated APIs the API's id and name and the service's name, of releases id and description, of domains the domain, of replicas and their findings their names and addresses, of certificates name and host names, of endpoints the service's id and name. Reads the whole list where little fits. */
                q?: components["parameters"]["q"];
                /** @description The cursor in the `Link` of the page before: the page comes after its last item, whether that is still there or not. It serves the very list, filters and order it is of, and is 400 elsewhere. An item that stays is on exactly one page; one whose place in the order changes meanwhile (renamed, in the order of names) may be missed or seen twice. The order by `id` and by `created` never changes. */
                after?: components["parameters"]["after"];
                /** @description How many items to skip. For people: it skips and repeats when others create and delete, and costs more the further it goes. Not together with `after`. */
                offset?: components["parameters"]["offset"];
                /** @description The order, descending after a minus. Texts by code point. */
                sort?: "created" | "id" | "-id" | "name" | "-name" | "-created" | "changed" | "-changed";
                /** @description `summary` leaves out what is long or takes work: nodes and their health, the health checker and all other settings of upstreams, back ends and reachability of APIs, links of networks, the number of services of instances, environments of services, certificates, hosts and addresses of endpoints, host names and replicas of certificates, descriptions of releases, the data and the changes of events, the errors of attempts. */
                fields?: components["parameters"]["fields"];
                /** @description Whether to answer with `total`, which takes reading all that fits. */
                count?: components["parameters"]["count"];
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /**
                 * @description The moment to look at instead of now: a position of the ledger, or a time (RFC 3339), which stands for the last event recorded by then. A position within a command stands for all of it, 0 for the empty configuration. `Weir-Position` of the answer is the moment that was looked at, `Weir-Event-Time` when its event was recorded. Not together with `min_position`.
                 * @example 1042
                 */
                at?: components["parameters"]["at"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of services. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ServiceList"];
                };
            };
            400: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    createService: {
        parameters: {
            query?: {
                /** @description Whether to record nothing and to answer with what the change would record and what that would mean. It is decided, and refused, as the change itself would be. */
                dry_run?: components["parameters"]["dry_run"];
            };
            header?: {
                /**
                 * @description Entity tags to change, of which the version counts, or `*` if it must exist, else 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description Names this change; repeating it with the same key gives the same answer for 7 days, if nothing else is set. Belongs to actor, method and path. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description Who asks; recorded. */
                "Weir-Actor"?: components["parameters"]["Weir-Actor"];
                /** @description Why; recorded. Any characters but control characters, in UTF-8 or, where only ASCII can be sent, as an ext-value (RFC 8187, 3.2): `UTF-8''r%C3%A9sum%C3%A9`. `Weir-Actor` likewise. */
                "Weir-Reason"?: components["parameters"]["Weir-Reason"];
                /** @description Names the request in logs and events unless `traceparent` does. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceRequest"];
            };
        };
        responses: {
            /** @description With `dry_run`: what it would come to. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Service"];
                };
            };
            400: components["responses"]["Invalid"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            503: components["responses"]["Unavailable"];
        };
    };
    getService: {
        parameters: {
            query?: {
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /**
                 * @description The moment to look at instead of now: a position of the ledger, or a time (RFC 3339), which stands for the last event recorded by then. A position within a command stands for all of it, 0 for the empty configuration. `Weir-Position` of the answer is the moment that was looked at, `Weir-Event-Time` when its event was recorded. Not together with `min_position`.
                 * @example 1042
                 */
                at?: components["parameters"]["at"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: {
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                serviceId: components["schemas"]["ServiceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The service. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Service"];
                };
            };
            /** @description As the client has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceService: {
        parameters: {
            query?: {
                /** @description Whether to record nothing and to answer with what the change would record and what that would mean. It is decided, and refused, as the change itself would be. */
                dry_run?: components["parameters"]["dry_run"];
            };
            header?: {
                /**
                 * @description Entity tags to change, of which the version counts, or `*` if it must exist, else 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description Names this change; repeating it with the same key gives the same answer for 7 days, if nothing else is set. Belongs to actor, method and path. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description Who asks; recorded. */
                "Weir-Actor"?: components["parameters"]["Weir-Actor"];
                /** @description Why; recorded. Any characters but control characters, in UTF-8 or, where only ASCII can be sent, as an ext-value (RFC 8187, 3.2): `UTF-8''r%C3%A9sum%C3%A9`. `Weir-Actor` likewise. */
                "Weir-Reason"?: components["parameters"]["Weir-Reason"];
                /** @description Names the request in logs and events unless `traceparent` does. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                serviceId: components["schemas"]["ServiceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ServiceRequest"];
            };
        };
        responses: {
            /** @description As it is now. With `dry_run`: what it would come to. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Service"] | components["schemas"]["DryRun"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteService: {
        parameters: {
            query?: {
                /** @description Whether to record nothing and to answer with what the change would record and what that would mean. It is decided, and refused, as the change itself would be. */
                dry_run?: components["parameters"]["dry_run"];
            };
            header?: {
                /**
                 * @description Entity tags to change, of which the version counts, or `*` if it must exist, else 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description Names this change; repeating it with the same key gives the same answer for 7 days, if nothing else is set. Belongs to actor, method and path. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description Who asks; recorded. */
                "Weir-Actor"?: components["parameters"]["Weir-Actor"];
                /** @description Why; recorded. Any characters but control characters, in UTF-8 or, where only ASCII can be sent, as an ext-value (RFC 8187, 3.2): `UTF-8''r%C3%A9sum%C3%A9`. `Weir-Actor` likewise. */
                "Weir-Reason"?: components["parameters"]["Weir-Reason"];
                /** @description Names the request in logs and events unless `traceparent` does. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                serviceId: components["schemas"]["ServiceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With `dry_run`: what it would come to. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            /** @description Gone, with all its releases. */
            204: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["Unprocessable"];
            503: components["responses"]["Unavailable"];
        };
    };
    patchService: {
        parameters: {
            query?: {
                /** @description Whether to record nothing and to answer with what the change would record and what that would mean. It is decided, and refused, as the change itself would be. */
                dry_run?: components["parameters"]["dry_run"];
            };
            header?: {
                /**
                 * @description Entity tags to change, of which the version counts, or `*` if it must exist, else 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description Names this change; repeating it with the same key gives the same answer for 7 days, if nothing else is set. Belongs to actor, method and path. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description Who asks; recorded. */
                "Weir-Actor"?: components["parameters"]["Weir-Actor"];
                /** @description Why; recorded. Any characters but control characters, in UTF-8 or, where only ASCII can be sent, as an ext-value (RFC 8187, 3.2): `UTF-8''r%C3%A9sum%C3%A9`. `Weir-Actor` likewise. */
                "Weir-Reason"?: components["parameters"]["Weir-Reason"];
                /** @description Names the request in logs and events unless `traceparent` does. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                serviceId: components["schemas"]["ServiceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["MergePatch"];
                "application/json": components["schemas"]["MergePatch"];
            };
        };
        responses: {
            /** @description As it is now. With `dry_run`: what it would come to. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Service"] | components["schemas"]["DryRun"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            503: components["responses"]["Unavailable"];
        };
    };
    listServiceHistory: {
        parameters: {
            query?: {
                /**
                 * @description Type of event, or the words it begins with.
                 * @example upstream.created
                 */
                type?: components["parameters"]["type"];
                actor?: components["parameters"]["actor"];
                /**
                 * @description Only from this time on (RFC 3339, at most microseconds).
                 * @example 2026-01-01T12:00:00Z
                 */
                since?: components["parameters"]["since"];
                /** @description Only before this time (RFC 3339); not before `since`. */
                until?: components["parameters"]["until"];
                /** @description Position that the events are younger than; 0 is before the first. */
                after_position?: components["parameters"]["after_position"];
                /** @description Position that the events are older than. */
                before?: components["parameters"]["before"];
                /** @description Only what has this text, in any case, in one of: stream, type, subjects, actor, reason, correlation, and every pointer and value of `changes`. Reads everything where little fits. */
                q?: components["parameters"]["Event.q"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
                /** @description The cursor in the `Link` of the page before: the page comes after its last item, whether that is still there or not. It serves the very list, filters and order it is of, and is 400 elsewhere. An item that stays is on exactly one page; one whose place in the order changes meanwhile (renamed, in the order of names) may be missed or seen twice. The order by `id` and by `created` never changes. */
                after?: components["parameters"]["after"];
                /** @description How many items to skip. For people: it skips and repeats when others create and delete, and costs more the further it goes. Not together with `after`. */
                offset?: components["parameters"]["offset"];
                /** @description The order, descending after a minus. Texts by code point. */
                sort?: "-position" | "position";
                /** @description `summary` leaves out what is long or takes work: nodes and their health, the health checker and all other settings of upstreams, back ends and reachability of APIs, links of networks, the number of services of instances, environments of services, certificates, hosts and addresses of endpoints, host names and replicas of certificates, descriptions of releases, the data and the changes of events, the errors of attempts. */
                fields?: components["parameters"]["fields"];
                /** @description Whether to answer with `total`, which takes reading all that fits. */
                count?: components["parameters"]["count"];
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: never;
            path: {
                serviceId: components["schemas"]["ServiceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    listApis: {
        parameters: {
            query?: {
                id?: components["schemas"]["ApiId"];
                name?: components["schemas"]["Name"];
                method?: components["schemas"]["Method"];
                path?: components["schemas"]["FrontPath"];
                upstream_id?: components["schemas"]["UpstreamId"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
                /** @description Only what has this text, in any case, in one of: id, name and description; of upstreams also the nodes' `address:port`, of APIs also the front-end path, of associated APIs the API's id and name and the service's name, of releases id and description, of domains the domain, of replicas and their findings their names and addresses, of certificates name and host names, of endpoints the service's id and name. Reads the whole list where little fits. */
                q?: components["parameters"]["q"];
                /** @description The cursor in the `Link` of the page before: the page comes after its last item, whether that is still there or not. It serves the very list, filters and order it is of, and is 400 elsewhere. An item that stays is on exactly one page; one whose place in the order changes meanwhile (renamed, in the order of names) may be missed or seen twice. The order by `id` and by `created` never changes. */
                after?: components["parameters"]["after"];
                /** @description How many items to skip. For people: it skips and repeats when others create and delete, and costs more the further it goes. Not together with `after`. */
                offset?: components["parameters"]["offset"];
                /** @description The order, descending after a minus. Texts by code point. */
                sort?: "created" | "id" | "-id" | "name" | "-name" | "-created" | "changed" | "-changed";
                /** @description `summary` leaves out what is long or takes work: nodes and their health, the health checker and all other settings of upstreams, back ends and reachability of APIs, links of networks, the number of services of instances, environments of services, certificates, hosts and addresses of endpoints, host names and replicas of certificates, descriptions of releases, the data and the changes of events, the errors of attempts. */
                fields?: components["parameters"]["fields"];
                /** @description Whether to answer with `total`, which takes reading all that fits. */
                count?: components["parameters"]["count"];
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /**
                 * @description The moment to look at instead of now: a position of the ledger, or a time (RFC 3339), which stands for the last event recorded by then. A position within a command stands for all of it, 0 for the empty configuration. `Weir-Position` of the answer is the moment that was looked at, `Weir-Event-Time` when its event was recorded. Not together with `min_position`.
                 * @example 1042
                 */
                at?: components["parameters"]["at"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: never;
            path: {
                serviceId: components["schemas"]["ServiceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of APIs. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiList"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    createApi: {
        parameters: {
            query?: {
                /** @description Refuses an API whose upstream is out of reach. */
                require?: components["parameters"]["require"];
                /** @description Whether to record nothing and to answer with what the change would record and what that would mean. It is decided, and refused, as the change itself would be. */
                dry_run?: components["parameters"]["dry_run"];
            };
            header?: {
                /**
                 * @description Entity tags to change, of which the version counts, or `*` if it must exist, else 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description Names this change; repeating it with the same key gives the same answer for 7 days, if nothing else is set. Belongs to actor, method and path. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description Who asks; recorded. */
                "Weir-Actor"?: components["parameters"]["Weir-Actor"];
                /** @description Why; recorded. Any characters but control characters, in UTF-8 or, where only ASCII can be sent, as an ext-value (RFC 8187, 3.2): `UTF-8''r%C3%A9sum%C3%A9`. `Weir-Actor` likewise. */
                "Weir-Reason"?: components["parameters"]["Weir-Reason"];
                /** @description Names the request in logs and events unless `traceparent` does. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                serviceId: components["schemas"]["ServiceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiRequest"];
            };
        };
        responses: {
            /** @description With `dry_run`: what it would come to. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            /** @description Created. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Api"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            503: components["responses"]["Unavailable"];
        };
    };
    getApi: {
        parameters: {
            query?: {
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /**
                 * @description The moment to look at instead of now: a position of the ledger, or a time (RFC 3339), which stands for the last event recorded by then. A position within a command stands for all of it, 0 for the empty configuration. `Weir-Position` of the answer is the moment that was looked at, `Weir-Event-Time` when its event was recorded. Not together with `min_position`.
                 * @example 1042
                 */
                at?: components["parameters"]["at"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: {
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                serviceId: components["schemas"]["ServiceId"];
                apiId: components["schemas"]["ApiId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The draft. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Api"];
                };
            };
            /** @description As the client has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    replaceApi: {
        parameters: {
            query?: {
                /** @description Refuses an API whose upstream is out of reach. */
                require?: components["parameters"]["require"];
                /** @description Whether to record nothing and to answer with what the change would record and what that would mean. It is decided, and refused, as the change itself would be. */
                dry_run?: components["parameters"]["dry_run"];
            };
            header?: {
                /**
                 * @description Entity tags to change, of which the version counts, or `*` if it must exist, else 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description Names this change; repeating it with the same key gives the same answer for 7 days, if nothing else is set. Belongs to actor, method and path. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description Who asks; recorded. */
                "Weir-Actor"?: components["parameters"]["Weir-Actor"];
                /** @description Why; recorded. Any characters but control characters, in UTF-8 or, where only ASCII can be sent, as an ext-value (RFC 8187, 3.2): `UTF-8''r%C3%A9sum%C3%A9`. `Weir-Actor` likewise. */
                "Weir-Reason"?: components["parameters"]["Weir-Reason"];
                /** @description Names the request in logs and events unless `traceparent` does. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                serviceId: components["schemas"]["ServiceId"];
                apiId: components["schemas"]["ApiId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ApiRequest"];
            };
        };
        responses: {
            /** @description As it is now. With `dry_run`: what it would come to. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Api"] | components["schemas"]["DryRun"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            503: components["responses"]["Unavailable"];
        };
    };
    deleteApi: {
        parameters: {
            query?: {
                /** @description Whether to record nothing and to answer with what the change would record and what that would mean. It is decided, and refused, as the change itself would be. */
                dry_run?: components["parameters"]["dry_run"];
            };
            header?: {
                /**
                 * @description Entity tags to change, of which the version counts, or `*` if it must exist, else 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description Names this change; repeating it with the same key gives the same answer for 7 days, if nothing else is set. Belongs to actor, method and path. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description Who asks; recorded. */
                "Weir-Actor"?: components["parameters"]["Weir-Actor"];
                /** @description Why; recorded. Any characters but control characters, in UTF-8 or, where only ASCII can be sent, as an ext-value (RFC 8187, 3.2): `UTF-8''r%C3%A9sum%C3%A9`. `Weir-Actor` likewise. */
                "Weir-Reason"?: components["parameters"]["Weir-Reason"];
                /** @description Names the request in logs and events unless `traceparent` does. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                serviceId: components["schemas"]["ServiceId"];
                apiId: components["schemas"]["ApiId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With `dry_run`: what it would come to. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            /** @description Gone. */
            204: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["Unprocessable"];
            503: components["responses"]["Unavailable"];
        };
    };
    patchApi: {
        parameters: {
            query?: {
                /** @description Refuses an API whose upstream is out of reach. */
                require?: components["parameters"]["require"];
                /** @description Whether to record nothing and to answer with what the change would record and what that would mean. It is decided, and refused, as the change itself would be. */
                dry_run?: components["parameters"]["dry_run"];
            };
            header?: {
                /**
                 * @description Entity tags to change, of which the version counts, or `*` if it must exist, else 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description Names this change; repeating it with the same key gives the same answer for 7 days, if nothing else is set. Belongs to actor, method and path. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description Who asks; recorded. */
                "Weir-Actor"?: components["parameters"]["Weir-Actor"];
                /** @description Why; recorded. Any characters but control characters, in UTF-8 or, where only ASCII can be sent, as an ext-value (RFC 8187, 3.2): `UTF-8''r%C3%A9sum%C3%A9`. `Weir-Actor` likewise. */
                "Weir-Reason"?: components["parameters"]["Weir-Reason"];
                /** @description Names the request in logs and events unless `traceparent` does. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                serviceId: components["schemas"]["ServiceId"];
                apiId: components["schemas"]["ApiId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["MergePatch"];
                "application/json": components["schemas"]["MergePatch"];
            };
        };
        responses: {
            /** @description As it is now. With `dry_run`: what it would come to. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Api"] | components["schemas"]["DryRun"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            503: components["responses"]["Unavailable"];
        };
    };
    listApiHistory: {
        parameters: {
            query?: {
                /**
                 * @description Type of event, or the words it begins with.
                 * @example upstream.created
                 */
                type?: components["parameters"]["type"];
                actor?: components["parameters"]["actor"];
                /**
                 * @description Only from this time on (RFC 3339, at most microseconds).
                 * @example 2026-01-01T12:00:00Z
                 */
                since?: components["parameters"]["since"];
                /** @description Only before this time (RFC 3339); not before `since`. */
                until?: components["parameters"]["until"];
                /** @description Position that the events are younger than; 0 is before the first. */
                after_position?: components["parameters"]["after_position"];
                /** @description Position that the events are older than. */
                before?: components["parameters"]["before"];
                /** @description Only what has this text, in any case, in one of: stream, type, subjects, actor, reason, correlation, and every pointer and value of `changes`. Reads everything where little fits. */
                q?: components["parameters"]["Event.q"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
                /** @description The cursor in the `Link` of the page before: the page comes after its last item, whether that is still there or not. It serves the very list, filters and order it is of, and is 400 elsewhere. An item that stays is on exactly one page; one whose place in the order changes meanwhile (renamed, in the order of names) may be missed or seen twice. The order by `id` and by `created` never changes. */
                after?: components["parameters"]["after"];
                /** @description How many items to skip. For people: it skips and repeats when others create and delete, and costs more the further it goes. Not together with `after`. */
                offset?: components["parameters"]["offset"];
                /** @description The order, descending after a minus. Texts by code point. */
                sort?: "-position" | "position";
                /** @description `summary` leaves out what is long or takes work: nodes and their health, the health checker and all other settings of upstreams, back ends and reachability of APIs, links of networks, the number of services of instances, environments of services, certificates, hosts and addresses of endpoints, host names and replicas of certificates, descriptions of releases, the data and the changes of events, the errors of attempts. */
                fields?: components["parameters"]["fields"];
                /** @description Whether to answer with `total`, which takes reading all that fits. */
                count?: components["parameters"]["count"];
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: never;
            path: {
                serviceId: components["schemas"]["ServiceId"];
                apiId: components["schemas"]["ApiId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAllApis: {
        parameters: {
            query?: {
                id?: components["schemas"]["ApiId"];
                name?: components["schemas"]["Name"];
                method?: components["schemas"]["Method"];
                path?: components["schemas"]["FrontPath"];
                upstream_id?: components["schemas"]["UpstreamId"];
                service_id?: components["schemas"]["ServiceId"];
                /** @description Only those that this environment answers, in whatever state they were released. */
                environment?: components["schemas"]["EnvironmentName"];
                /** @description Only those whose `status` of `reachability` it is. */
                reachability?: "SAME_VPC" | "CONNECTED" | "VPC_NOT_CONNECTED";
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
                /** @description Only what has this text, in any case, in one of: id, name and description; of upstreams also the nodes' `address:port`, of APIs also the front-end path, of associated APIs the API's id and name and the service's name, of releases id and description, of domains the domain, of replicas and their findings their names and addresses, of certificates name and host names, of endpoints the service's id and name. Reads the whole list where little fits. */
                q?: components["parameters"]["q"];
                /** @description The cursor in the `Link` of the page before: the page comes after its last item, whether that is still there or not. It serves the very list, filters and order it is of, and is 400 elsewhere. An item that stays is on exactly one page; one whose place in the order changes meanwhile (renamed, in the order of names) may be missed or seen twice. The order by `id` and by `created` never changes. */
                after?: components["parameters"]["after"];
                /** @description How many items to skip. For people: it skips and repeats when others create and delete, and costs more the further it goes. Not together with `after`. */
                offset?: components["parameters"]["offset"];
                /** @description The order, descending after a minus. Texts by code point. */
                sort?: "created" | "id" | "-id" | "name" | "-name" | "-created" | "changed" | "-changed";
                /** @description `summary` leaves out what is long or takes work: nodes and their health, the health checker and all other settings of upstreams, back ends and reachability of APIs, links of networks, the number of services of instances, environments of services, certificates, hosts and addresses of endpoints, host names and replicas of certificates, descriptions of releases, the data and the changes of events, the errors of attempts. */
                fields?: components["parameters"]["fields"];
                /** @description Whether to answer with `total`, which takes reading all that fits. */
                count?: components["parameters"]["count"];
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /**
                 * @description The moment to look at instead of now: a position of the ledger, or a time (RFC 3339), which stands for the last event recorded by then. A position within a command stands for all of it, 0 for the empty configuration. `Weir-Position` of the answer is the moment that was looked at, `Weir-Event-Time` when its event was recorded. Not together with `min_position`.
                 * @example 1042
                 */
                at?: components["parameters"]["at"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of APIs, each with the name of its service. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ApiList"];
                };
            };
            400: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    listReleases: {
        parameters: {
            query?: {
                id?: components["schemas"]["ReleaseId"];
                /** @description The one it was first released into. */
                environment?: components["schemas"]["EnvironmentName"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
                /** @description Only what has this text, in any case, in one of: id, name and description; of upstreams also the nodes' `address:port`, of APIs also the front-end path, of associated APIs the API's id and name and the service's name, of releases id and description, of domains the domain, of replicas and their findings their names and addresses, of certificates name and host names, of endpoints the service's id and name. Reads the whole list where little fits. */
                q?: components["parameters"]["q"];
                /** @description The cursor in the `Link` of the page before: the page comes after its last item, whether that is still there or not. It serves the very list, filters and order it is of, and is 400 elsewhere. An item that stays is on exactly one page; one whose place in the order changes meanwhile (renamed, in the order of names) may be missed or seen twice. The order by `id` and by `created` never changes. */
                after?: components["parameters"]["after"];
                /** @description How many items to skip. For people: it skips and repeats when others create and delete, and costs more the further it goes. Not together with `after`. */
                offset?: components["parameters"]["offset"];
                /** @description The order, descending after a minus. Texts by code point. */
                sort?: "-position" | "position";
                /** @description `summary` leaves out what is long or takes work: nodes and their health, the health checker and all other settings of upstreams, back ends and reachability of APIs, links of networks, the number of services of instances, environments of services, certificates, hosts and addresses of endpoints, host names and replicas of certificates, descriptions of releases, the data and the changes of events, the errors of attempts. */
                fields?: components["parameters"]["fields"];
                /** @description Whether to answer with `total`, which takes reading all that fits. */
                count?: components["parameters"]["count"];
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /**
                 * @description The moment to look at instead of now: a position of the ledger, or a time (RFC 3339), which stands for the last event recorded by then. A position within a command stands for all of it, 0 for the empty configuration. `Weir-Position` of the answer is the moment that was looked at, `Weir-Event-Time` when its event was recorded. Not together with `min_position`.
                 * @example 1042
                 */
                at?: components["parameters"]["at"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: never;
            path: {
                serviceId: components["schemas"]["ServiceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of releases. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReleaseList"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    releaseService: {
        parameters: {
            query?: {
                /** @description Whether to record nothing and to answer with what the change would record and what that would mean. It is decided, and refused, as the change itself would be. */
                dry_run?: components["parameters"]["dry_run"];
            };
            header?: {
                /**
                 * @description Entity tags to change, of which the version counts, or `*` if it must exist, else 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description Names this change; repeating it with the same key gives the same answer for 7 days, if nothing else is set. Belongs to actor, method and path. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description Who asks; recorded. */
                "Weir-Actor"?: components["parameters"]["Weir-Actor"];
                /** @description Why; recorded. Any characters but control characters, in UTF-8 or, where only ASCII can be sent, as an ext-value (RFC 8187, 3.2): `UTF-8''r%C3%A9sum%C3%A9`. `Weir-Actor` likewise. */
                "Weir-Reason"?: components["parameters"]["Weir-Reason"];
                /** @description Names the request in logs and events unless `traceparent` does. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                serviceId: components["schemas"]["ServiceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["ReleaseRequest"];
            };
        };
        responses: {
            /** @description With `dry_run`: what it would come to. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            /** @description Released. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Release"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            503: components["responses"]["Unavailable"];
        };
    };
    getRelease: {
        parameters: {
            query?: {
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /**
                 * @description The moment to look at instead of now: a position of the ledger, or a time (RFC 3339), which stands for the last event recorded by then. A position within a command stands for all of it, 0 for the empty configuration. `Weir-Position` of the answer is the moment that was looked at, `Weir-Event-Time` when its event was recorded. Not together with `min_position`.
                 * @example 1042
                 */
                at?: components["parameters"]["at"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: {
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                serviceId: components["schemas"]["ServiceId"];
                releaseId: components["schemas"]["ReleaseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The release. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Release"];
                };
            };
            /** @description As the client has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    listReleaseHistory: {
        parameters: {
            query?: {
                /**
                 * @description Type of event, or the words it begins with.
                 * @example upstream.created
                 */
                type?: components["parameters"]["type"];
                actor?: components["parameters"]["actor"];
                /**
                 * @description Only from this time on (RFC 3339, at most microseconds).
                 * @example 2026-01-01T12:00:00Z
                 */
                since?: components["parameters"]["since"];
                /** @description Only before this time (RFC 3339); not before `since`. */
                until?: components["parameters"]["until"];
                /** @description Position that the events are younger than; 0 is before the first. */
                after_position?: components["parameters"]["after_position"];
                /** @description Position that the events are older than. */
                before?: components["parameters"]["before"];
                /** @description Only what has this text, in any case, in one of: stream, type, subjects, actor, reason, correlation, and every pointer and value of `changes`. Reads everything where little fits. */
                q?: components["parameters"]["Event.q"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
                /** @description The cursor in the `Link` of the page before: the page comes after its last item, whether that is still there or not. It serves the very list, filters and order it is of, and is 400 elsewhere. An item that stays is on exactly one page; one whose place in the order changes meanwhile (renamed, in the order of names) may be missed or seen twice. The order by `id` and by `created` never changes. */
                after?: components["parameters"]["after"];
                /** @description How many items to skip. For people: it skips and repeats when others create and delete, and costs more the further it goes. Not together with `after`. */
                offset?: components["parameters"]["offset"];
                /** @description The order, descending after a minus. Texts by code point. */
                sort?: "-position" | "position";
                /** @description `summary` leaves out what is long or takes work: nodes and their health, the health checker and all other settings of upstreams, back ends and reachability of APIs, links of networks, the number of services of instances, environments of services, certificates, hosts and addresses of endpoints, host names and replicas of certificates, descriptions of releases, the data and the changes of events, the errors of attempts. */
                fields?: components["parameters"]["fields"];
                /** @description Whether to answer with `total`, which takes reading all that fits. */
                count?: components["parameters"]["count"];
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: never;
            path: {
                serviceId: components["schemas"]["ServiceId"];
                releaseId: components["schemas"]["ReleaseId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEnvironments: {
        parameters: {
            query?: {
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /**
                 * @description The moment to look at instead of now: a position of the ledger, or a time (RFC 3339), which stands for the last event recorded by then. A position within a command stands for all of it, 0 for the empty configuration. `Weir-Position` of the answer is the moment that was looked at, `Weir-Event-Time` when its event was recorded. Not together with `min_position`.
                 * @example 1042
                 */
                at?: components["parameters"]["at"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: {
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                serviceId: components["schemas"]["ServiceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All environments. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EnvironmentList"];
                };
            };
            /** @description As the client has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    getEnvironment: {
        parameters: {
            query?: {
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /**
                 * @description The moment to look at instead of now: a position of the ledger, or a time (RFC 3339), which stands for the last event recorded by then. A position within a command stands for all of it, 0 for the empty configuration. `Weir-Position` of the answer is the moment that was looked at, `Weir-Event-Time` when its event was recorded. Not together with `min_position`.
                 * @example 1042
                 */
                at?: components["parameters"]["at"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: {
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                serviceId: components["schemas"]["ServiceId"];
                environment: components["parameters"]["environment"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The environment. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Environment"];
                };
            };
            /** @description As the client has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    switchEnvironment: {
        parameters: {
            query?: {
                /** @description Whether to record nothing and to answer with what the change would record and what that would mean. It is decided, and refused, as the change itself would be. */
                dry_run?: components["parameters"]["dry_run"];
            };
            header?: {
                /**
                 * @description Entity tags to change, of which the version counts, or `*` if it must exist, else 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description Names this change; repeating it with the same key gives the same answer for 7 days, if nothing else is set. Belongs to actor, method and path. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description Who asks; recorded. */
                "Weir-Actor"?: components["parameters"]["Weir-Actor"];
                /** @description Why; recorded. Any characters but control characters, in UTF-8 or, where only ASCII can be sent, as an ext-value (RFC 8187, 3.2): `UTF-8''r%C3%A9sum%C3%A9`. `Weir-Actor` likewise. */
                "Weir-Reason"?: components["parameters"]["Weir-Reason"];
                /** @description Names the request in logs and events unless `traceparent` does. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                serviceId: components["schemas"]["ServiceId"];
                environment: components["parameters"]["environment"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["EnvironmentRequest"];
            };
        };
        responses: {
            /** @description As it is now. With `dry_run`: what it would come to. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Environment"] | components["schemas"]["DryRun"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            503: components["responses"]["Unavailable"];
        };
    };
    unreleaseEnvironment: {
        parameters: {
            query?: {
                /** @description Whether to record nothing and to answer with what the change would record and what that would mean. It is decided, and refused, as the change itself would be. */
                dry_run?: components["parameters"]["dry_run"];
            };
            header?: {
                /**
                 * @description Entity tags to change, of which the version counts, or `*` if it must exist, else 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description Names this change; repeating it with the same key gives the same answer for 7 days, if nothing else is set. Belongs to actor, method and path. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description Who asks; recorded. */
                "Weir-Actor"?: components["parameters"]["Weir-Actor"];
                /** @description Why; recorded. Any characters but control characters, in UTF-8 or, where only ASCII can be sent, as an ext-value (RFC 8187, 3.2): `UTF-8''r%C3%A9sum%C3%A9`. `Weir-Actor` likewise. */
                "Weir-Reason"?: components["parameters"]["Weir-Reason"];
                /** @description Names the request in logs and events unless `traceparent` does. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                serviceId: components["schemas"]["ServiceId"];
                environment: components["parameters"]["environment"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With `dry_run`: what it would come to. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            /** @description It answers nothing. */
            204: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["Unprocessable"];
            503: components["responses"]["Unavailable"];
        };
    };
    listEnvironmentHistory: {
        parameters: {
            query?: {
                /**
                 * @description Type of event, or the words it begins with.
                 * @example upstream.created
                 */
                type?: components["parameters"]["type"];
                actor?: components["parameters"]["actor"];
                /**
                 * @description Only from this time on (RFC 3339, at most microseconds).
                 * @example 2026-01-01T12:00:00Z
                 */
                since?: components["parameters"]["since"];
                /** @description Only before this time (RFC 3339); not before `since`. */
                until?: components["parameters"]["until"];
                /** @description Position that the events are younger than; 0 is before the first. */
                after_position?: components["parameters"]["after_position"];
                /** @description Position that the events are older than. */
                before?: components["parameters"]["before"];
                /** @description Only what has this text, in any case, in one of: stream, type, subjects, actor, reason, correlation, and every pointer and value of `changes`. Reads everything where little fits. */
                q?: components["parameters"]["Event.q"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
                /** @description The cursor in the `Link` of the page before: the page comes after its last item, whether that is still there or not. It serves the very list, filters and order it is of, and is 400 elsewhere. An item that stays is on exactly one page; one whose place in the order changes meanwhile (renamed, in the order of names) may be missed or seen twice. The order by `id` and by `created` never changes. */
                after?: components["parameters"]["after"];
                /** @description How many items to skip. For people: it skips and repeats when others create and delete, and costs more the further it goes. Not together with `after`. */
                offset?: components["parameters"]["offset"];
                /** @description The order, descending after a minus. Texts by code point. */
                sort?: "-position" | "position";
                /** @description `summary` leaves out what is long or takes work: nodes and their health, the health checker and all other settings of upstreams, back ends and reachability of APIs, links of networks, the number of services of instances, environments of services, certificates, hosts and addresses of endpoints, host names and replicas of certificates, descriptions of releases, the data and the changes of events, the errors of attempts. */
                fields?: components["parameters"]["fields"];
                /** @description Whether to answer with `total`, which takes reading all that fits. */
                count?: components["parameters"]["count"];
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: never;
            path: {
                serviceId: components["schemas"]["ServiceId"];
                environment: components["parameters"]["environment"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDomains: {
        parameters: {
            query?: {
                domain?: components["schemas"]["DomainName"];
                environment?: components["schemas"]["EnvironmentName"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
                /** @description Only what has this text, in any case, in one of: id, name and description; of upstreams also the nodes' `address:port`, of APIs also the front-end path, of associated APIs the API's id and name and the service's name, of releases id and description, of domains the domain, of replicas and their findings their names and addresses, of certificates name and host names, of endpoints the service's id and name. Reads the whole list where little fits. */
                q?: components["parameters"]["q"];
                /** @description The cursor in the `Link` of the page before: the page comes after its last item, whether that is still there or not. It serves the very list, filters and order it is of, and is 400 elsewhere. An item that stays is on exactly one page; one whose place in the order changes meanwhile (renamed, in the order of names) may be missed or seen twice. The order by `id` and by `created` never changes. */
                after?: components["parameters"]["after"];
                /** @description How many items to skip. For people: it skips and repeats when others create and delete, and costs more the further it goes. Not together with `after`. */
                offset?: components["parameters"]["offset"];
                /** @description The order, descending after a minus. Texts by code point. */
                sort?: "domain" | "-domain" | "created" | "-created" | "changed" | "-changed";
                /** @description `summary` leaves out what is long or takes work: nodes and their health, the health checker and all other settings of upstreams, back ends and reachability of APIs, links of networks, the number of services of instances, environments of services, certificates, hosts and addresses of endpoints, host names and replicas of certificates, descriptions of releases, the data and the changes of events, the errors of attempts. */
                fields?: components["parameters"]["fields"];
                /** @description Whether to answer with `total`, which takes reading all that fits. */
                count?: components["parameters"]["count"];
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /**
                 * @description The moment to look at instead of now: a position of the ledger, or a time (RFC 3339), which stands for the last event recorded by then. A position within a command stands for all of it, 0 for the empty configuration. `Weir-Position` of the answer is the moment that was looked at, `Weir-Event-Time` when its event was recorded. Not together with `min_position`.
                 * @example 1042
                 */
                at?: components["parameters"]["at"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: never;
            path: {
                serviceId: components["schemas"]["ServiceId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of domains. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DomainList"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    bindDomain: {
        parameters: {
            query?: {
                /** @description Whether to record nothing and to answer with what the change would record and what that would mean. It is decided, and refused, as the change itself would be. */
                dry_run?: components["parameters"]["dry_run"];
            };
            header?: {
                /**
                 * @description Entity tags to change, of which the version counts, or `*` if it must exist, else 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description Names this change; repeating it with the same key gives the same answer for 7 days, if nothing else is set. Belongs to actor, method and path. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description Who asks; recorded. */
                "Weir-Actor"?: components["parameters"]["Weir-Actor"];
                /** @description Why; recorded. Any characters but control characters, in UTF-8 or, where only ASCII can be sent, as an ext-value (RFC 8187, 3.2): `UTF-8''r%C3%A9sum%C3%A9`. `Weir-Actor` likewise. */
                "Weir-Reason"?: components["parameters"]["Weir-Reason"];
                /** @description Names the request in logs and events unless `traceparent` does. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                serviceId: components["schemas"]["ServiceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DomainRequest"];
            };
        };
        responses: {
            /** @description With `dry_run`: what it would come to. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            /** @description Bound. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Domain"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            503: components["responses"]["Unavailable"];
        };
    };
    getDomain: {
        parameters: {
            query?: {
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /**
                 * @description The moment to look at instead of now: a position of the ledger, or a time (RFC 3339), which stands for the last event recorded by then. A position within a command stands for all of it, 0 for the empty configuration. `Weir-Position` of the answer is the moment that was looked at, `Weir-Event-Time` when its event was recorded. Not together with `min_position`.
                 * @example 1042
                 */
                at?: components["parameters"]["at"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: {
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                serviceId: components["schemas"]["ServiceId"];
                domain: components["parameters"]["domain"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The domain. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Domain"];
                };
            };
            /** @description As the client has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    changeDomain: {
        parameters: {
            query?: {
                /** @description Whether to record nothing and to answer with what the change would record and what that would mean. It is decided, and refused, as the change itself would be. */
                dry_run?: components["parameters"]["dry_run"];
            };
            header?: {
                /**
                 * @description Entity tags to change, of which the version counts, or `*` if it must exist, else 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description Names this change; repeating it with the same key gives the same answer for 7 days, if nothing else is set. Belongs to actor, method and path. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description Who asks; recorded. */
                "Weir-Actor"?: components["parameters"]["Weir-Actor"];
                /** @description Why; recorded. Any characters but control characters, in UTF-8 or, where only ASCII can be sent, as an ext-value (RFC 8187, 3.2): `UTF-8''r%C3%A9sum%C3%A9`. `Weir-Actor` likewise. */
                "Weir-Reason"?: components["parameters"]["Weir-Reason"];
                /** @description Names the request in logs and events unless `traceparent` does. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                serviceId: components["schemas"]["ServiceId"];
                domain: components["parameters"]["domain"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["DomainChange"];
            };
        };
        responses: {
            /** @description As it is now. With `dry_run`: what it would come to. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Domain"] | components["schemas"]["DryRun"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            503: components["responses"]["Unavailable"];
        };
    };
    unbindDomain: {
        parameters: {
            query?: {
                /** @description Whether to record nothing and to answer with what the change would record and what that would mean. It is decided, and refused, as the change itself would be. */
                dry_run?: components["parameters"]["dry_run"];
            };
            header?: {
                /**
                 * @description Entity tags to change, of which the version counts, or `*` if it must exist, else 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description Names this change; repeating it with the same key gives the same answer for 7 days, if nothing else is set. Belongs to actor, method and path. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description Who asks; recorded. */
                "Weir-Actor"?: components["parameters"]["Weir-Actor"];
                /** @description Why; recorded. Any characters but control characters, in UTF-8 or, where only ASCII can be sent, as an ext-value (RFC 8187, 3.2): `UTF-8''r%C3%A9sum%C3%A9`. `Weir-Actor` likewise. */
                "Weir-Reason"?: components["parameters"]["Weir-Reason"];
                /** @description Names the request in logs and events unless `traceparent` does. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                serviceId: components["schemas"]["ServiceId"];
                domain: components["parameters"]["domain"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With `dry_run`: what it would come to. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            /** @description Free again. */
            204: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["Unprocessable"];
            503: components["responses"]["Unavailable"];
        };
    };
    patchDomain: {
        parameters: {
            query?: {
                /** @description Whether to record nothing and to answer with what the change would record and what that would mean. It is decided, and refused, as the change itself would be. */
                dry_run?: components["parameters"]["dry_run"];
            };
            header?: {
                /**
                 * @description Entity tags to change, of which the version counts, or `*` if it must exist, else 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description Names this change; repeating it with the same key gives the same answer for 7 days, if nothing else is set. Belongs to actor, method and path. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description Who asks; recorded. */
                "Weir-Actor"?: components["parameters"]["Weir-Actor"];
                /** @description Why; recorded. Any characters but control characters, in UTF-8 or, where only ASCII can be sent, as an ext-value (RFC 8187, 3.2): `UTF-8''r%C3%A9sum%C3%A9`. `Weir-Actor` likewise. */
                "Weir-Reason"?: components["parameters"]["Weir-Reason"];
                /** @description Names the request in logs and events unless `traceparent` does. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                serviceId: components["schemas"]["ServiceId"];
                domain: components["parameters"]["domain"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/merge-patch+json": components["schemas"]["MergePatch"];
                "application/json": components["schemas"]["MergePatch"];
            };
        };
        responses: {
            /** @description As it is now. With `dry_run`: what it would come to. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Domain"] | components["schemas"]["DryRun"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            503: components["responses"]["Unavailable"];
        };
    };
    listDomainHistory: {
        parameters: {
            query?: {
                /**
                 * @description Type of event, or the words it begins with.
                 * @example upstream.created
                 */
                type?: components["parameters"]["type"];
                actor?: components["parameters"]["actor"];
                /**
                 * @description Only from this time on (RFC 3339, at most microseconds).
                 * @example 2026-01-01T12:00:00Z
                 */
                since?: components["parameters"]["since"];
                /** @description Only before this time (RFC 3339); not before `since`. */
                until?: components["parameters"]["until"];
                /** @description Position that the events are younger than; 0 is before the first. */
                after_position?: components["parameters"]["after_position"];
                /** @description Position that the events are older than. */
                before?: components["parameters"]["before"];
                /** @description Only what has this text, in any case, in one of: stream, type, subjects, actor, reason, correlation, and every pointer and value of `changes`. Reads everything where little fits. */
                q?: components["parameters"]["Event.q"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
                /** @description The cursor in the `Link` of the page before: the page comes after its last item, whether that is still there or not. It serves the very list, filters and order it is of, and is 400 elsewhere. An item that stays is on exactly one page; one whose place in the order changes meanwhile (renamed, in the order of names) may be missed or seen twice. The order by `id` and by `created` never changes. */
                after?: components["parameters"]["after"];
                /** @description How many items to skip. For people: it skips and repeats when others create and delete, and costs more the further it goes. Not together with `after`. */
                offset?: components["parameters"]["offset"];
                /** @description The order, descending after a minus. Texts by code point. */
                sort?: "-position" | "position";
                /** @description `summary` leaves out what is long or takes work: nodes and their health, the health checker and all other settings of upstreams, back ends and reachability of APIs, links of networks, the number of services of instances, environments of services, certificates, hosts and addresses of endpoints, host names and replicas of certificates, descriptions of releases, the data and the changes of events, the errors of attempts. */
                fields?: components["parameters"]["fields"];
                /** @description Whether to answer with `total`, which takes reading all that fits. */
                count?: components["parameters"]["count"];
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: never;
            path: {
                serviceId: components["schemas"]["ServiceId"];
                domain: components["parameters"]["domain"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAllDomains: {
        parameters: {
            query?: {
                domain?: components["schemas"]["DomainName"];
                environment?: components["schemas"]["EnvironmentName"];
                service_id?: components["schemas"]["ServiceId"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
                /** @description Only what has this text, in any case, in one of: id, name and description; of upstreams also the nodes' `address:port`, of APIs also the front-end path, of associated APIs the API's id and name and the service's name, of releases id and description, of domains the domain, of replicas and their findings their names and addresses, of certificates name and host names, of endpoints the service's id and name. Reads the whole list where little fits. */
                q?: components["parameters"]["q"];
                /** @description The cursor in the `Link` of the page before: the page comes after its last item, whether that is still there or not. It serves the very list, filters and order it is of, and is 400 elsewhere. An item that stays is on exactly one page; one whose place in the order changes meanwhile (renamed, in the order of names) may be missed or seen twice. The order by `id` and by `created` never changes. */
                after?: components["parameters"]["after"];
                /** @description How many items to skip. For people: it skips and repeats when others create and delete, and costs more the further it goes. Not together with `after`. */
                offset?: components["parameters"]["offset"];
                /** @description The order, descending after a minus. Texts by code point. */
                sort?: "domain" | "-domain" | "created" | "-created" | "changed" | "-changed";
                /** @description `summary` leaves out what is long or takes work: nodes and their health, the health checker and all other settings of upstreams, back ends and reachability of APIs, links of networks, the number of services of instances, environments of services, certificates, hosts and addresses of endpoints, host names and replicas of certificates, descriptions of releases, the data and the changes of events, the errors of attempts. */
                fields?: components["parameters"]["fields"];
                /** @description Whether to answer with `total`, which takes reading all that fits. */
                count?: components["parameters"]["count"];
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /**
                 * @description The moment to look at instead of now: a position of the ledger, or a time (RFC 3339), which stands for the last event recorded by then. A position within a command stands for all of it, 0 for the empty configuration. `Weir-Position` of the answer is the moment that was looked at, `Weir-Event-Time` when its event was recorded. Not together with `min_position`.
                 * @example 1042
                 */
                at?: components["parameters"]["at"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page of domains, each with the name of its service. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DomainList"];
                };
            };
            400: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    search: {
        parameters: {
            query: {
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
                /**
                 * @description The text to look for.
                 * @example 10.0.3.7
                 */
                q: string;
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /**
                 * @description The moment to look at instead of now: a position of the ledger, or a time (RFC 3339), which stands for the last event recorded by then. A position within a command stands for all of it, 0 for the empty configuration. `Weir-Position` of the answer is the moment that was looked at, `Weir-Event-Time` when its event was recorded. Not together with `min_position`.
                 * @example 1042
                 */
                at?: components["parameters"]["at"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found, the best first. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["SearchResult"];
                };
            };
            400: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    getOverview: {
        parameters: {
            query?: {
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /**
                 * @description The moment to look at instead of now: a position of the ledger, or a time (RFC 3339), which stands for the last event recorded by then. A position within a command stands for all of it, 0 for the empty configuration. `Weir-Position` of the answer is the moment that was looked at, `Weir-Event-Time` when its event was recorded. Not together with `min_position`.
                 * @example 1042
                 */
                at?: components["parameters"]["at"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The overview. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Overview"];
                };
            };
            400: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTraffic: {
        parameters: {
            query?: {
                /** @description Only requests to this service. */
                service_id?: components["schemas"]["ServiceId"];
                /** @description Only in this environment. */
                environment?: components["schemas"]["EnvironmentName"];
                /** @description Only to this API. */
                api_id?: components["schemas"]["ApiId"];
                /** @description Only those that were to go to this upstream. */
                upstream_id?: components["schemas"]["UpstreamId"];
                /** @description Only those that this replica served. */
                replica_id?: string;
                /** @description How many minutes, of which the last is running. */
                minutes?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The counts. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Traffic"];
                };
            };
            400: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    listRequests: {
        parameters: {
            query?: {
                /** @description Only requests to this service. */
                service_id?: components["schemas"]["ServiceId"];
                /** @description Only in this environment. */
                environment?: components["schemas"]["EnvironmentName"];
                /** @description Only to this API. */
                api_id?: components["schemas"]["ApiId"];
                /** @description Only those that were to go to this upstream. */
                upstream_id?: components["schemas"]["UpstreamId"];
                /** @description Only those that this replica served. */
                replica_id?: string;
                /** @description Only those with this id; clients may give one to several. */
                request_id?: string;
                /**
                 * @description Only those that were sent to this node, `address:port`.
                 * @example 10.0.0.2:8080
                 */
                node?: string;
                /**
                 * @description Only those answered so: a status, or a class such as `5xx`.
                 * @example 5xx
                 */
                status?: string;
                /**
                 * @description Only those that the gateway failed with this code.
                 * @example NO_ELIGIBLE_NODE
                 */
                failure?: string;
                /**
                 * @description Only those with this method.
                 * @example GET
                 */
                method?: string;
                /** @description Only those that took at least so many microseconds. */
                min_micros?: number;
                /**
                 * @description Only from this time on (RFC 3339, at most microseconds).
                 * @example 2026-01-01T12:00:00Z
                 */
                since?: components["parameters"]["since"];
                /** @description Only before this time (RFC 3339); not before `since`. */
                until?: components["parameters"]["until"];
                /** @description How many at most. */
                limit?: number;
                /** @description `next` of the page before; it serves the same filters alone. */
                after?: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description A page. */
            200: {
                headers: {
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestList"];
                };
            };
            400: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    getRequest: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                requestId: components["schemas"]["RequestId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The request. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["RequestDetails"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    tryRequest: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["TryRequest"];
            };
        };
        responses: {
            /** @description What came back. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Try"];
                };
            };
            400: components["responses"]["Invalid"];
            /** @description `NOT_FOUND`: there is no such service, or no such replica. */
            404: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            /** @description `NO_REPLICA`: none is live and ready that serves the instance, or the named one has not been heard of for 30 seconds. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            /** @description `REPLICA_UNREACHABLE`: no connection to the address of the replica could be made, or it broke before an answer. */
            502: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
            /** @description `REPLICA_TIMEOUT`: there was no answer within 30 seconds. */
            504: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
        };
    };
    getSnapshot: {
        parameters: {
            query?: {
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /**
                 * @description The moment to look at instead of now: a position of the ledger, or a time (RFC 3339), which stands for the last event recorded by then. A position within a command stands for all of it, 0 for the empty configuration. `Weir-Position` of the answer is the moment that was looked at, `Weir-Event-Time` when its event was recorded. Not together with `min_position`.
                 * @example 1042
                 */
                at?: components["parameters"]["at"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The file. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            400: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    checkReplay: {
        parameters: {
            query?: {
                /** @description The position to compare at, at most that of the last event. */
                at?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was found, whatever it is. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplayCheck"];
                };
            };
            400: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    recoverLedger: {
        parameters: {
            query?: {
                /** @description The last position to put back, all of what the topic has by default. */
                to?: number;
                /** @description Only prove that it can be done. */
                dry_run?: boolean;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What was put back, or would be. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Recovery"];
                };
            };
            400: components["responses"]["Invalid"];
            /** @description `NOT_RECOVERABLE`: the topic does not continue what the database has. The text names the event and says why; nothing was changed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            503: components["responses"]["Unavailable"];
        };
    };
    listEvents: {
        parameters: {
            query?: {
                /**
                 * @description Id of an object whose history it is.
                 * @example upstream-4n5bfklc
                 */
                subject?: components["parameters"]["subject"];
                /**
                 * @description Type of event, or the words it begins with.
                 * @example upstream.created
                 */
                type?: components["parameters"]["type"];
                actor?: components["parameters"]["actor"];
                /**
                 * @description Only from this time on (RFC 3339, at most microseconds).
                 * @example 2026-01-01T12:00:00Z
                 */
                since?: components["parameters"]["since"];
                /** @description Only before this time (RFC 3339); not before `since`. */
                until?: components["parameters"]["until"];
                /** @description Position that the events are younger than; 0 is before the first. */
                after_position?: components["parameters"]["after_position"];
                /** @description Position that the events are older than. */
                before?: components["parameters"]["before"];
                /** @description Only what has this text, in any case, in one of: stream, type, subjects, actor, reason, correlation, and every pointer and value of `changes`. Reads everything where little fits. */
                q?: components["parameters"]["Event.q"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
                /** @description The cursor in the `Link` of the page before: the page comes after its last item, whether that is still there or not. It serves the very list, filters and order it is of, and is 400 elsewhere. An item that stays is on exactly one page; one whose place in the order changes meanwhile (renamed, in the order of names) may be missed or seen twice. The order by `id` and by `created` never changes. */
                after?: components["parameters"]["after"];
                /** @description How many items to skip. For people: it skips and repeats when others create and delete, and costs more the further it goes. Not together with `after`. */
                offset?: components["parameters"]["offset"];
                /** @description The order, descending after a minus. Texts by code point. */
                sort?: "-position" | "position";
                /** @description `summary` leaves out what is long or takes work: nodes and their health, the health checker and all other settings of upstreams, back ends and reachability of APIs, links of networks, the number of services of instances, environments of services, certificates, hosts and addresses of endpoints, host names and replicas of certificates, descriptions of releases, the data and the changes of events, the errors of attempts. */
                fields?: components["parameters"]["fields"];
                /** @description Whether to answer with `total`, which takes reading all that fits. */
                count?: components["parameters"]["count"];
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                };
            };
            400: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    streamEvents: {
        parameters: {
            query?: {
                /** @description The hash of the event at `after_position`, to be sure that the history is the same. */
                after_hash?: string;
                /**
                 * @description Id of an object whose history it is.
                 * @example upstream-4n5bfklc
                 */
                subject?: components["parameters"]["subject"];
                /**
                 * @description Type of event, or the words it begins with.
                 * @example upstream.created
                 */
                type?: components["parameters"]["type"];
                actor?: components["parameters"]["actor"];
                /** @description Position that the events are younger than; 0 is before the first. */
                after_position?: components["parameters"]["after_position"];
            };
            header?: {
                /** @description The position of the last event that came; counts instead of `after_position`. */
                "Last-Event-ID"?: number;
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events, without an end. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/event-stream": string;
                };
            };
            400: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    exportEvents: {
        parameters: {
            query?: {
                /** @description `ndjson` can be verified, `csv` is for spreadsheets. */
                format?: "ndjson" | "csv";
                /** @description Position that the events are younger than; 0 is before the first. */
                after_position?: components["parameters"]["after_position"];
                /** @description Position that the events are older than. */
                before?: components["parameters"]["before"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The events. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    "Weir-Export-Events": components["headers"]["Weir-Export-Events"];
                    [name: string]: unknown;
                };
                content: {
                    "application/x-ndjson": string;
                    "text/csv": string;
                };
            };
            400: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    revertEvent: {
        parameters: {
            query?: {
                /** @description Whether to record nothing and to answer with what the change would record and what that would mean. It is decided, and refused, as the change itself would be. */
                dry_run?: components["parameters"]["dry_run"];
            };
            header?: {
                /**
                 * @description Entity tags to change, of which the version counts, or `*` if it must exist, else 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description Names this change; repeating it with the same key gives the same answer for 7 days, if nothing else is set. Belongs to actor, method and path. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description Who asks; recorded. */
                "Weir-Actor"?: components["parameters"]["Weir-Actor"];
                /** @description Why; recorded. Any characters but control characters, in UTF-8 or, where only ASCII can be sent, as an ext-value (RFC 8187, 3.2): `UTF-8''r%C3%A9sum%C3%A9`. `Weir-Actor` likewise. */
                "Weir-Reason"?: components["parameters"]["Weir-Reason"];
                /** @description Names the request in logs and events unless `traceparent` does. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                /** @description Of the event. */
                position: components["parameters"]["position"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What the event changed is as it was before. With `dry_run`: what it would come to. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    "Weir-Events": components["headers"]["Weir-Events"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reverted"] | components["schemas"]["DryRun"];
                };
            };
            /** @description What the event deleted is there again; `Location` says under which id. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    Location: components["headers"]["Location"];
                    "Weir-Events": components["headers"]["Weir-Events"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Reverted"];
                };
            };
            /** @description What the event made is gone. */
            204: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    "Weir-Events": components["headers"]["Weir-Events"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            409: components["responses"]["NotReverted"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["Unprocessable"];
            503: components["responses"]["Unavailable"];
        };
    };
    listAttempts: {
        parameters: {
            query?: {
                /**
                 * @description Method and path of the request, or how they begin.
                 * @example DELETE /v1/upstreams
                 */
                operation?: components["parameters"]["operation"];
                /**
                 * @description The code of the answer, or of one of the reasons in it.
                 * @example IN_USE
                 */
                code?: components["parameters"]["code"];
                /** @description Where the request came from. */
                source_address?: components["parameters"]["source_address"];
                /**
                 * @description Id of an object that the path or one of the reasons names.
                 * @example upstream-4n5bfklc
                 */
                subject?: components["parameters"]["Attempt.subject"];
                /** @description Only what has this text, in any case, in anything an attempt says. Reads everything where little fits. */
                q?: components["parameters"]["Attempt.q"];
                actor?: components["parameters"]["actor"];
                /**
                 * @description Only from this time on (RFC 3339, at most microseconds).
                 * @example 2026-01-01T12:00:00Z
                 */
                since?: components["parameters"]["since"];
                /** @description Only before this time (RFC 3339); not before `since`. */
                until?: components["parameters"]["until"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
                /** @description The cursor in the `Link` of the page before: the page comes after its last item, whether that is still there or not. It serves the very list, filters and order it is of, and is 400 elsewhere. An item that stays is on exactly one page; one whose place in the order changes meanwhile (renamed, in the order of names) may be missed or seen twice. The order by `id` and by `created` never changes. */
                after?: components["parameters"]["after"];
                /** @description How many items to skip. For people: it skips and repeats when others create and delete, and costs more the further it goes. Not together with `after`. */
                offset?: components["parameters"]["offset"];
                /** @description The order, descending after a minus. Texts by code point. */
                sort?: "-at" | "at";
                /** @description `summary` leaves out what is long or takes work: nodes and their health, the health checker and all other settings of upstreams, back ends and reachability of APIs, links of networks, the number of services of instances, environments of services, certificates, hosts and addresses of endpoints, host names and replicas of certificates, descriptions of releases, the data and the changes of events, the errors of attempts. */
                fields?: components["parameters"]["fields"];
                /** @description Whether to answer with `total`, which takes reading all that fits. */
                count?: components["parameters"]["count"];
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Attempts. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["AttemptList"];
                };
            };
            400: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    diff: {
        parameters: {
            query: {
                /**
                 * @description A position, 0 before the first event, or a time (RFC 3339).
                 * @example 120
                 */
                from: string;
                /**
                 * @description Another.
                 * @example 2026-01-01T12:00:00Z
                 */
                to: string;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description What is different, object by object. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Diff"];
                };
            };
            400: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    listKeys: {
        parameters: {
            query?: {
                id?: components["schemas"]["KeyId"];
                name?: components["schemas"]["Name"];
                role?: components["schemas"]["Role"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
                /** @description Only what has this text, in any case, in one of: id, name and description; of upstreams also the nodes' `address:port`, of APIs also the front-end path, of associated APIs the API's id and name and the service's name, of releases id and description, of domains the domain, of replicas and their findings their names and addresses, of certificates name and host names, of endpoints the service's id and name. Reads the whole list where little fits. */
                q?: components["parameters"]["q"];
                /** @description The cursor in the `Link` of the page before: the page comes after its last item, whether that is still there or not. It serves the very list, filters and order it is of, and is 400 elsewhere. An item that stays is on exactly one page; one whose place in the order changes meanwhile (renamed, in the order of names) may be missed or seen twice. The order by `id` and by `created` never changes. */
                after?: components["parameters"]["after"];
                /** @description How many items to skip. For people: it skips and repeats when others create and delete, and costs more the further it goes. Not together with `after`. */
                offset?: components["parameters"]["offset"];
                /** @description The order, descending after a minus. Texts by code point. */
                sort?: "created" | "id" | "-id" | "name" | "-name" | "-created" | "changed" | "-changed";
                /** @description `summary` leaves out what is long or takes work: nodes and their health, the health checker and all other settings of upstreams, back ends and reachability of APIs, links of networks, the number of services of instances, environments of services, certificates, hosts and addresses of endpoints, host names and replicas of certificates, descriptions of releases, the data and the changes of events, the errors of attempts. */
                fields?: components["parameters"]["fields"];
                /** @description Whether to answer with `total`, which takes reading all that fits. */
                count?: components["parameters"]["count"];
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /**
                 * @description The moment to look at instead of now: a position of the ledger, or a time (RFC 3339), which stands for the last event recorded by then. A position within a command stands for all of it, 0 for the empty configuration. `Weir-Position` of the answer is the moment that was looked at, `Weir-Event-Time` when its event was recorded. Not together with `min_position`.
                 * @example 1042
                 */
                at?: components["parameters"]["at"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description One page. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["KeyList"];
                };
            };
            400: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    createKey: {
        parameters: {
            query?: {
                /** @description Whether to record nothing and to answer with what the change would record and what that would mean. It is decided, and refused, as the change itself would be. */
                dry_run?: components["parameters"]["dry_run"];
            };
            header?: {
                /**
                 * @description Entity tags to change, of which the version counts, or `*` if it must exist, else 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description Names this change; repeating it with the same key gives the same answer for 7 days, if nothing else is set. Belongs to actor, method and path. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description Who asks; recorded. */
                "Weir-Actor"?: components["parameters"]["Weir-Actor"];
                /** @description Why; recorded. Any characters but control characters, in UTF-8 or, where only ASCII can be sent, as an ext-value (RFC 8187, 3.2): `UTF-8''r%C3%A9sum%C3%A9`. `Weir-Actor` likewise. */
                "Weir-Reason"?: components["parameters"]["Weir-Reason"];
                /** @description Names the request in logs and events unless `traceparent` does. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["KeyRequest"];
            };
        };
        responses: {
            /** @description With `dry_run`: what it would come to. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            /** @description Made. */
            201: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    Location: components["headers"]["Location"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["MadeKey"];
                };
            };
            400: components["responses"]["Invalid"];
            409: components["responses"]["Conflict"];
            412: components["responses"]["PreconditionFailed"];
            413: components["responses"]["TooLarge"];
            415: components["responses"]["UnsupportedMediaType"];
            422: components["responses"]["Unprocessable"];
            503: components["responses"]["Unavailable"];
        };
    };
    getKey: {
        parameters: {
            query?: {
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /**
                 * @description The moment to look at instead of now: a position of the ledger, or a time (RFC 3339), which stands for the last event recorded by then. A position within a command stands for all of it, 0 for the empty configuration. `Weir-Position` of the answer is the moment that was looked at, `Weir-Event-Time` when its event was recorded. Not together with `min_position`.
                 * @example 1042
                 */
                at?: components["parameters"]["at"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: {
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
            };
            path: {
                keyId: components["schemas"]["KeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description As it is. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Key"];
                };
            };
            /** @description As the client has it already. */
            304: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    revokeKey: {
        parameters: {
            query?: {
                /** @description Whether to record nothing and to answer with what the change would record and what that would mean. It is decided, and refused, as the change itself would be. */
                dry_run?: components["parameters"]["dry_run"];
            };
            header?: {
                /**
                 * @description Entity tags to change, of which the version counts, or `*` if it must exist, else 412.
                 * @example "3"
                 */
                "If-Match"?: components["parameters"]["If-Match"];
                /**
                 * @description Entity tags not to send again: 304. On a change: those it must not have, `*` if it must not exist, else 412.
                 * @example "3"
                 */
                "If-None-Match"?: components["parameters"]["If-None-Match"];
                /** @description Names this change; repeating it with the same key gives the same answer for 7 days, if nothing else is set. Belongs to actor, method and path. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description Who asks; recorded. */
                "Weir-Actor"?: components["parameters"]["Weir-Actor"];
                /** @description Why; recorded. Any characters but control characters, in UTF-8 or, where only ASCII can be sent, as an ext-value (RFC 8187, 3.2): `UTF-8''r%C3%A9sum%C3%A9`. `Weir-Actor` likewise. */
                "Weir-Reason"?: components["parameters"]["Weir-Reason"];
                /** @description Names the request in logs and events unless `traceparent` does. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path: {
                keyId: components["schemas"]["KeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description With `dry_run`: what it would come to. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["DryRun"];
                };
            };
            /** @description Gone. */
            204: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["Unprocessable"];
            503: components["responses"]["Unavailable"];
        };
    };
    listKeyHistory: {
        parameters: {
            query?: {
                /**
                 * @description Type of event, or the words it begins with.
                 * @example upstream.created
                 */
                type?: components["parameters"]["type"];
                actor?: components["parameters"]["actor"];
                /**
                 * @description Only from this time on (RFC 3339, at most microseconds).
                 * @example 2026-01-01T12:00:00Z
                 */
                since?: components["parameters"]["since"];
                /** @description Only before this time (RFC 3339); not before `since`. */
                until?: components["parameters"]["until"];
                /** @description Position that the events are younger than; 0 is before the first. */
                after_position?: components["parameters"]["after_position"];
                /** @description Position that the events are older than. */
                before?: components["parameters"]["before"];
                /** @description Only what has this text, in any case, in one of: stream, type, subjects, actor, reason, correlation, and every pointer and value of `changes`. Reads everything where little fits. */
                q?: components["parameters"]["Event.q"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
                /** @description The cursor in the `Link` of the page before: the page comes after its last item, whether that is still there or not. It serves the very list, filters and order it is of, and is 400 elsewhere. An item that stays is on exactly one page; one whose place in the order changes meanwhile (renamed, in the order of names) may be missed or seen twice. The order by `id` and by `created` never changes. */
                after?: components["parameters"]["after"];
                /** @description How many items to skip. For people: it skips and repeats when others create and delete, and costs more the further it goes. Not together with `after`. */
                offset?: components["parameters"]["offset"];
                /** @description The order, descending after a minus. Texts by code point. */
                sort?: "-position" | "position";
                /** @description `summary` leaves out what is long or takes work: nodes and their health, the health checker and all other settings of upstreams, back ends and reachability of APIs, links of networks, the number of services of instances, environments of services, certificates, hosts and addresses of endpoints, host names and replicas of certificates, descriptions of releases, the data and the changes of events, the errors of attempts. */
                fields?: components["parameters"]["fields"];
                /** @description Whether to answer with `total`, which takes reading all that fits. */
                count?: components["parameters"]["count"];
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: never;
            path: {
                keyId: components["schemas"]["KeyId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Events. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["EventList"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    getSession: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who asks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    logIn: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Who asks. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Session"];
                };
            };
            400: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    logOut: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Ended. */
            204: {
                headers: {
                    [name: string]: unknown;
                };
                content?: never;
            };
            400: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    createLoginLink: {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Made. */
            201: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LoginLink"];
                };
            };
            400: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    getCheckpoint: {
        parameters: {
            query?: {
                /** @description How many events the checkpoint is of. */
                size?: components["parameters"]["size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The signed note. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "text/plain": string;
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    getTile: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description 0 for the leaves, up to 7. */
                level: components["parameters"]["level"];
                /** @description Which tile of the level. */
                index: components["parameters"]["index"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Up to 256 hashes of 32 bytes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    getEntries: {
        parameters: {
            query?: never;
            header?: never;
            path: {
                /** @description Which tile of the level. */
                index: components["parameters"]["index"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Up to 256 entries of 34 bytes. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/octet-stream": unknown;
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    proveInclusion: {
        parameters: {
            query: {
                /** @description Of the event. */
                position: number;
                /** @description Of the tree, such as that of a checkpoint; as it is now, if absent. */
                size?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proof. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["InclusionProof"];
                };
            };
            400: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    proveConsistency: {
        parameters: {
            query: {
                /** @description The earlier size. */
                from: number;
                /** @description The later size; as it is now, if absent. */
                to?: number;
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description The proof. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ConsistencyProof"];
                };
            };
            400: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCosignatures: {
        parameters: {
            query?: {
                /** @description How many events the checkpoint is of. */
                size?: components["parameters"]["size"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Cosignatures. */
            200: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CosignatureList"];
                };
            };
            400: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    listLedgerKeys: {
        parameters: {
            query?: {
                /** @description The ledger position the answer must know of; 503 `POSITION_NOT_REACHED` if it does not get there in time. */
                min_position?: components["parameters"]["min_position"];
                /**
                 * @description The moment to look at instead of now: a position of the ledger, or a time (RFC 3339), which stands for the last event recorded by then. A position within a command stands for all of it, 0 for the empty configuration. `Weir-Position` of the answer is the moment that was looked at, `Weir-Event-Time` when its event was recorded. Not together with `min_position`.
                 * @example 1042
                 */
                at?: components["parameters"]["at"];
                /** @description How long to wait for `min_position`. */
                wait_ms?: components["parameters"]["wait_ms"];
            };
            header?: never;
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Keys. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerKeyList"];
                };
            };
            400: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    rotateLedgerKey: {
        parameters: {
            query?: never;
            header?: {
                /** @description Names this change; repeating it with the same key gives the same answer for 7 days, if nothing else is set. Belongs to actor, method and path. */
                "Idempotency-Key"?: components["parameters"]["Idempotency-Key"];
                /** @description Who asks; recorded. */
                "Weir-Actor"?: components["parameters"]["Weir-Actor"];
                /** @description Why; recorded. Any characters but control characters, in UTF-8 or, where only ASCII can be sent, as an ext-value (RFC 8187, 3.2): `UTF-8''r%C3%A9sum%C3%A9`. `Weir-Actor` likewise. */
                "Weir-Reason"?: components["parameters"]["Weir-Reason"];
                /** @description Names the request in logs and events unless `traceparent` does. */
                "X-Request-Id"?: components["parameters"]["X-Request-Id"];
            };
            path?: never;
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description All keys, the new one among them. */
            201: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["LedgerKeyList"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            /** @description `NOT_SIGNING`: another process signs, or something keeps this one from it. The text says from where the other is connected to the database, or what is in the way; nothing was changed. */
            409: {
                headers: {
                    [name: string]: unknown;
                };
                content: {
                    "application/problem+json": components["schemas"]["Problem"];
                };
            };
            422: components["responses"]["Unprocessable"];
            503: components["responses"]["Unavailable"];
        };
    };
}
