// Made from instance-registry's openapi.yaml by "npm run types".

export interface paths {
    "/v1/vpcs": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List VPCs, oldest first */
        get: operations["listVpcs"];
        put?: never;
        /** Create a VPC */
        post: operations["createVpc"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/vpcs/{vpcId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vpcId: components["schemas"]["VpcId"];
            };
            cookie?: never;
        };
        /**
         * Get a VPC
         * @description The version is of the settings; the entity tag changes with the number of upstreams, too.
         */
        get: operations["getVpc"];
        /**
         * Replace a VPC
         * @description Takes what a read answered, with changes; its `version`, `position`, `changedAt` and `upstreamCount` are ignored.
         */
        put: operations["replaceVpc"];
        post?: never;
        /**
         * Delete a VPC
         * @description Refused with 409 `IN_USE` while upstreams or instances live in it or networks have it attached; `related` names all of them.
         */
        delete: operations["deleteVpc"];
        options?: never;
        head?: never;
        /**
         * Change parts of a VPC
         * @description A JSON Merge Patch (RFC 7396), applied to the VPC as it is at the moment of the decision.
         */
        patch: operations["patchVpc"];
        trace?: never;
    };
    "/v1/vpcs/{vpcId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                vpcId: components["schemas"]["VpcId"];
            };
            cookie?: never;
        };
        /**
         * List the events in the history of a VPC, newest first
         * @description Also the events of its upstreams, instances and links, and of those it no longer has. It stays when the object is gone; 404 only for what never was.
         */
        get: operations["listVpcHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cloud-connect-networks": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List Cloud Connect Networks, oldest first */
        get: operations["listNetworks"];
        put?: never;
        /** Create a Cloud Connect Network */
        post: operations["createNetwork"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cloud-connect-networks/{networkId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                networkId: components["schemas"]["NetworkId"];
            };
            cookie?: never;
        };
        /**
         * Get a Cloud Connect Network
         * @description The version is of the settings; the entity tag changes with the links, too.
         */
        get: operations["getNetwork"];
        /**
         * Replace a Cloud Connect Network
         * @description Takes what a read answered, with changes; its `version`, `position`, `changedAt` and `links` are ignored.
         */
        put: operations["replaceNetwork"];
        post?: never;
        /**
         * Delete a Cloud Connect Network
         * @description Refused with 409 `IN_USE` while VPCs are attached; `related` names all of them.
         */
        delete: operations["deleteNetwork"];
        options?: never;
        head?: never;
        /**
         * Change parts of a Cloud Connect Network
         * @description A JSON Merge Patch (RFC 7396), applied to the Cloud Connect Network as it is at the moment of the decision.
         */
        patch: operations["patchNetwork"];
        trace?: never;
    };
    "/v1/cloud-connect-networks/{networkId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                networkId: components["schemas"]["NetworkId"];
            };
            cookie?: never;
        };
        /**
         * List the events in the history of a network, newest first
         * @description Also when VPCs were attached and detached. It stays when the object is gone; 404 only for what never was.
         */
        get: operations["listNetworkHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cloud-connect-networks/{networkId}/links/{vpcId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                networkId: components["schemas"]["NetworkId"];
                vpcId: components["schemas"]["VpcId"];
            };
            cookie?: never;
        };
        /**
         * Get the link of an attached VPC
         * @description 404 if the VPC is not attached; `detail` then tells at which position it was detached.
         */
        get: operations["getLink"];
        /**
         * Attach a VPC
         * @description No event if it is attached already.
         */
        put: operations["attachVpc"];
        post?: never;
        /**
         * Detach a VPC
         * @description Never refused: APIs whose upstream it cuts off answer 503 `VPC_NOT_CONNECTED` until the VPC is attached again. No event if it is not attached.
         */
        delete: operations["detachVpc"];
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/cloud-connect-networks/{networkId}/links/{vpcId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                networkId: components["schemas"]["NetworkId"];
                vpcId: components["schemas"]["VpcId"];
            };
            cookie?: never;
        };
        /**
         * List the events in the history of a link, newest first
         * @description When the VPC was attached and detached. It stays when the object is gone; 404 only for what never was.
         */
        get: operations["listLinkHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/instances": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List dedicated instances, oldest first */
        get: operations["listInstances"];
        put?: never;
        /** Create a dedicated instance */
        post: operations["createInstance"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/instances/{instanceId}": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instanceId: components["schemas"]["InstanceId"];
            };
            cookie?: never;
        };
        /**
         * Get a dedicated instance
         * @description The version is of the settings; the entity tag changes with the number of services, too.
         */
        get: operations["getInstance"];
        /**
         * Replace a dedicated instance
         * @description Takes what a read answered, with changes; its `version`, `position`, `changedAt` and `serviceCount` are ignored. `vpcId` must stay as it is.
         */
        put: operations["replaceInstance"];
        post?: never;
        /**
         * Delete a dedicated instance
         * @description Refused with 409 `IN_USE` while services are on it; `related` names all of them.
         */
        delete: operations["deleteInstance"];
        options?: never;
        head?: never;
        /**
         * Change parts of a dedicated instance
         * @description A JSON Merge Patch (RFC 7396), applied to the dedicated instance as it is at the moment of the decision.
         */
        patch: operations["patchInstance"];
        trace?: never;
    };
    "/v1/instances/{instanceId}/history": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instanceId: components["schemas"]["InstanceId"];
            };
            cookie?: never;
        };
        /**
         * List the events in the history of an instance, newest first
         * @description Also the events of the services on it, and of those that were. It stays when the object is gone; 404 only for what never was.
         */
        get: operations["listInstanceHistory"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/instances/{instanceId}/endpoints": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instanceId: components["schemas"]["InstanceId"];
            };
            cookie?: never;
        };
        /**
         * List where what is released on an instance is reached
         * @description One item for each environment with a release of each service on the instance, by id of the service.
         */
        get: operations["listEndpoints"];
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
         * Put back what an event of this service changed
         * @description Of a VPC, a network, a link or an instance; control-api asks for it, and at its address events of all kinds are reverted, as its own document describes. 404 for an event of anything else.
         */
        post: operations["revertEvent"];
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/instances/{instanceId}/replicas": {
        parameters: {
            query?: never;
            header?: never;
            path: {
                instanceId: components["schemas"]["InstanceId"];
            };
            cookie?: never;
        };
        /**
         * List the replicas that serve a dedicated instance
         * @description Replicas that serve every instance are among them; their `instance` is `*`.
         */
        get: operations["listInstanceReplicas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/replicas": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /** List all replicas that ever reported */
        get: operations["listReplicas"];
        put?: never;
        post?: never;
        delete?: never;
        options?: never;
        head?: never;
        patch?: never;
        trace?: never;
    };
    "/v1/certificates": {
        parameters: {
            query?: never;
            header?: never;
            path?: never;
            cookie?: never;
        };
        /**
         * List the certificates of live replicas, soonest expiry first
         * @description Those that the configuration names or that lie in a replica's certificate directory, as replicas that were heard of in the last 30 seconds report them. What no replica has comes first.
         */
        get: operations["listCertificates"];
        put?: never;
        post?: never;
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
        VpcRequest: {
            readonly id?: components["schemas"]["VpcId"];
            name: components["schemas"]["Name"];
            description?: components["schemas"]["Description"];
            /** @description How many live in it. */
            readonly upstreamCount?: number;
            version?: components["schemas"]["Version"];
            position?: components["schemas"]["ObjectPosition"];
            changedAt?: components["schemas"]["ChangedAt"];
            warnings?: components["schemas"]["Warnings"];
        };
        Vpc: {
            readonly id: components["schemas"]["VpcId"];
            name: components["schemas"]["Name"];
            description: components["schemas"]["Description"];
            /** @description How many live in it. */
            readonly upstreamCount: number;
            version: components["schemas"]["Version"];
            position: components["schemas"]["ObjectPosition"];
            changedAt: components["schemas"]["ChangedAt"];
            warnings?: components["schemas"]["Warnings"];
        };
        /** @description The fields that only answers have may be sent back when replacing; they change nothing. */
        NetworkRequest: {
            readonly id?: components["schemas"]["NetworkId"];
            name: components["schemas"]["Name"];
            description?: components["schemas"]["Description"];
            /** @description The attached VPCs, by id. */
            readonly links?: components["schemas"]["Link"][];
            version?: components["schemas"]["Version"];
            position?: components["schemas"]["ObjectPosition"];
            changedAt?: components["schemas"]["ChangedAt"];
            warnings?: components["schemas"]["Warnings"];
        };
        Network: {
            readonly id: components["schemas"]["NetworkId"];
            name: components["schemas"]["Name"];
            description: components["schemas"]["Description"];
            /** @description The attached VPCs, by id. */
            readonly links: components["schemas"]["Link"][];
            version: components["schemas"]["Version"];
            position: components["schemas"]["ObjectPosition"];
            changedAt: components["schemas"]["ChangedAt"];
            warnings?: components["schemas"]["Warnings"];
        };
        /** @description The fields that only answers have may be sent back when replacing; they change nothing. */
        InstanceRequest: {
            readonly id?: components["schemas"]["InstanceId"];
            name: components["schemas"]["Name"];
            description?: components["schemas"]["Description"];
            vpcId: components["schemas"]["VpcId"];
            /** @description How many are on it. */
            readonly serviceCount?: number;
            version?: components["schemas"]["Version"];
            position?: components["schemas"]["ObjectPosition"];
            changedAt?: components["schemas"]["ChangedAt"];
            warnings?: components["schemas"]["Warnings"];
        };
        Instance: {
            readonly id: components["schemas"]["InstanceId"];
            name: components["schemas"]["Name"];
            description: components["schemas"]["Description"];
            vpcId: components["schemas"]["VpcId"];
            /** @description How many are on it. */
            readonly serviceCount: number;
            version: components["schemas"]["Version"];
            position: components["schemas"]["ObjectPosition"];
            changedAt: components["schemas"]["ChangedAt"];
            warnings?: components["schemas"]["Warnings"];
        };
        Link: {
            vpcId: components["schemas"]["VpcId"];
            /** @constant */
            attached: true;
            /**
             * Format: int64
             * @description Of the event that attached it.
             */
            position: number;
        };
        /** @enum {string} */
        EnvironmentName: "release" | "prepub" | "test";
        Endpoint: {
            serviceId: components["schemas"]["ServiceId"];
            serviceName: components["schemas"]["Name"];
            environment: components["schemas"]["EnvironmentName"];
            releaseId: components["schemas"]["ReleaseId"];
            /** @description What leads there, custom domains first. */
            hosts?: {
                /** @description In `Host` of a request. `*` in it stands for anything, where `WEIR_DATA_PLANE_ORIGIN` does not say what. */
                host: string;
                /** @description What paths begin with: the segment of the environment, or `/` of a custom domain. */
                path: string;
                /** @description Both together; absent unless `WEIR_DATA_PLANE_ORIGIN` says where clients reach the data plane. */
                url?: string;
            }[];
            /** @description Where live replicas that serve the instance take traffic; not in the past. */
            addresses?: string[];
        };
        /** @description What a replica has not said of itself is left out. */
        Replica: {
            /** @description As it was named at its start. */
            replicaId: string;
            /** @description The dedicated instance it serves, or `*` for every one. */
            instance?: string;
            /**
             * @description Where it stands with the ledger.
             * @example COLD
             * @example RESTORED
             * @example CATCHING_UP
             * @example LIVE
             * @example DETACHED
             * @example STUCK
             */
            state?: string;
            /** @description Why it is stuck, in its own words; only if it is. */
            reason?: string;
            /**
             * Format: int64
             * @description Of the last event it has applied.
             */
            position?: number;
            /** @description Where it takes traffic. */
            address?: string;
            /** @description Where it tells about itself: health, routes, replica. */
            adminAddress?: string;
            /**
             * Format: int64
             * @description For how long the oldest event that it has not applied has been recorded; 0 if it has applied all. Only of a live one that says its position.
             */
            lagMillis?: number;
            /** Format: date-time */
            lastSeenAt: string;
            /** @description Whether it was heard of in the last 30 seconds. */
            live: boolean;
            /** @description How many nodes of upstreams it finds unfit for requests; 0 if it is not live. */
            unhealthyNodes: number;
        };
        /**
         * @description Names a certificate in the certificate directory of every replica.
         * @example shop.example
         */
        CertificateName: string;
        /** @description What no replica has said is left out. Where replicas have different ones, the one that expires first is told. */
        Certificate: {
            name: components["schemas"]["CertificateName"];
            /** @description The host names in it. */
            names?: string[];
            /** Format: date-time */
            notBefore?: string;
            /**
             * Format: date-time
             * @description When it expires; absent if no replica has it.
             */
            notAfter?: string;
            /** @description Why the files of a replica, as they are now, are not used. */
            problem?: string;
            /** @description What each live replica says of it: one without `notAfter` does not have it. */
            replicas?: {
                replicaId: string;
                /** Format: date-time */
                notAfter?: string;
                problem?: string;
            }[];
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
        VpcList: {
            items: components["schemas"]["Vpc"][];
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
        NetworkList: {
            items: components["schemas"]["Network"][];
            /** @description How many there are on all pages; only with `count=true`. */
            total?: number;
            /**
             * Format: int64
             * @description Of the last event the list knows of.
             */
            position: number;
        };
        InstanceList: {
            items: components["schemas"]["Instance"][];
            /** @description How many there are on all pages; only with `count=true`. */
            total?: number;
            /**
             * Format: int64
             * @description Of the last event the list knows of.
             */
            position: number;
        };
        EndpointList: {
            items: components["schemas"]["Endpoint"][];
            /** @description How many there are on all pages; only with `count=true`. */
            total?: number;
            /**
             * Format: int64
             * @description Of the last event the list knows of.
             */
            position: number;
        };
        ReplicaList: {
            items: components["schemas"]["Replica"][];
            /** @description How many there are on all pages; only with `count=true`. */
            total?: number;
            /**
             * Format: int64
             * @description Of the last event the list knows of.
             */
            position: number;
        };
        CertificateList: {
            items: components["schemas"]["Certificate"][];
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
        /** @description A rule stands against the change, and `related` names what stands in the way: `NAME_TAKEN`, `IN_USE`. Several reasons are given at once. */
        Conflict: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description The change refers to a VPC that does not exist (`UNKNOWN_VPC`), or its Idempotency-Key belongs to another request (`IDEMPOTENCY_KEY_REUSED`). */
        Unprocessable: {
            headers: {
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
        /** @description For the moment this cannot be answered: `LEDGER_BUSY`, `LEDGER_UNAVAILABLE`, `LEDGER_REWOUND`, `LEDGER_UNREADABLE`, `READ_MODEL_UNAVAILABLE`, `POSITION_NOT_REACHED`. Repeat it, a change with its Idempotency-Key. */
        Unavailable: {
            headers: {
                "Retry-After": components["headers"]["Retry-After"];
                [name: string]: unknown;
            };
            content: {
                "application/problem+json": components["schemas"]["Problem"];
            };
        };
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
    };
    parameters: {
        /** @description What the configuration calls it, exactly. */
        "Certificate.name": components["schemas"]["CertificateName"];
        /**
         * @description Only what expires before this time (RFC 3339).
         * @example 2026-04-01T00:00:00Z
         */
        expires_before: string;
        /** @description Only replicas that were, or were not, heard of in the last 30 seconds. */
        live: boolean;
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
    listVpcs: {
        parameters: {
            query?: {
                id?: components["schemas"]["VpcId"];
                name?: components["schemas"]["Name"];
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
                    "application/json": components["schemas"]["VpcList"];
                };
            };
            400: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    createVpc: {
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
                "application/json": components["schemas"]["VpcRequest"];
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
                    "application/json": components["schemas"]["Vpc"];
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
    getVpc: {
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
                vpcId: components["schemas"]["VpcId"];
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
                    "application/json": components["schemas"]["Vpc"];
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
    replaceVpc: {
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
                vpcId: components["schemas"]["VpcId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["VpcRequest"];
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
                    "application/json": components["schemas"]["Vpc"] | components["schemas"]["DryRun"];
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
    deleteVpc: {
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
                vpcId: components["schemas"]["VpcId"];
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
    patchVpc: {
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
                vpcId: components["schemas"]["VpcId"];
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
                    "application/json": components["schemas"]["Vpc"] | components["schemas"]["DryRun"];
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
    listVpcHistory: {
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
                vpcId: components["schemas"]["VpcId"];
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
    listNetworks: {
        parameters: {
            query?: {
                id?: components["schemas"]["NetworkId"];
                name?: components["schemas"]["Name"];
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
                    "application/json": components["schemas"]["NetworkList"];
                };
            };
            400: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    createNetwork: {
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
                "application/json": components["schemas"]["NetworkRequest"];
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
                    "application/json": components["schemas"]["Network"];
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
    getNetwork: {
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
                networkId: components["schemas"]["NetworkId"];
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
                    "application/json": components["schemas"]["Network"];
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
    replaceNetwork: {
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
                networkId: components["schemas"]["NetworkId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["NetworkRequest"];
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
                    "application/json": components["schemas"]["Network"] | components["schemas"]["DryRun"];
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
    deleteNetwork: {
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
                networkId: components["schemas"]["NetworkId"];
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
    patchNetwork: {
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
                networkId: components["schemas"]["NetworkId"];
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
                    "application/json": components["schemas"]["Network"] | components["schemas"]["DryRun"];
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
    listNetworkHistory: {
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
                networkId: components["schemas"]["NetworkId"];
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
    getLink: {
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
                networkId: components["schemas"]["NetworkId"];
                vpcId: components["schemas"]["VpcId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Attached. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Link"];
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
    attachVpc: {
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
                networkId: components["schemas"]["NetworkId"];
                vpcId: components["schemas"]["VpcId"];
            };
            cookie?: never;
        };
        requestBody?: never;
        responses: {
            /** @description Attached. With `dry_run`: what it would come to. */
            200: {
                headers: {
                    ETag: components["headers"]["ETag"];
                    "Weir-Position": components["headers"]["Weir-Position"];
                    "Idempotency-Replayed": components["headers"]["Idempotency-Replayed"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["Link"] | components["schemas"]["DryRun"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            412: components["responses"]["PreconditionFailed"];
            422: components["responses"]["Unprocessable"];
            503: components["responses"]["Unavailable"];
        };
    };
    detachVpc: {
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
                networkId: components["schemas"]["NetworkId"];
                vpcId: components["schemas"]["VpcId"];
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
    listLinkHistory: {
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
                networkId: components["schemas"]["NetworkId"];
                vpcId: components["schemas"]["VpcId"];
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
    listInstances: {
        parameters: {
            query?: {
                id?: components["schemas"]["InstanceId"];
                name?: components["schemas"]["Name"];
                vpc_id?: components["schemas"]["VpcId"];
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
                    "application/json": components["schemas"]["InstanceList"];
                };
            };
            400: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    createInstance: {
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
                "application/json": components["schemas"]["InstanceRequest"];
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
                    "application/json": components["schemas"]["Instance"];
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
    getInstance: {
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
                instanceId: components["schemas"]["InstanceId"];
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
                    "application/json": components["schemas"]["Instance"];
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
    replaceInstance: {
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
                instanceId: components["schemas"]["InstanceId"];
            };
            cookie?: never;
        };
        requestBody: {
            content: {
                "application/json": components["schemas"]["InstanceRequest"];
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
                    "application/json": components["schemas"]["Instance"] | components["schemas"]["DryRun"];
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
    deleteInstance: {
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
                instanceId: components["schemas"]["InstanceId"];
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
    patchInstance: {
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
                instanceId: components["schemas"]["InstanceId"];
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
                    "application/json": components["schemas"]["Instance"] | components["schemas"]["DryRun"];
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
    listInstanceHistory: {
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
                instanceId: components["schemas"]["InstanceId"];
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
    listEndpoints: {
        parameters: {
            query?: {
                service_id?: components["schemas"]["ServiceId"];
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
                sort?: "service" | "-service";
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
                instanceId: components["schemas"]["InstanceId"];
            };
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
                    "application/json": components["schemas"]["EndpointList"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
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
    listInstanceReplicas: {
        parameters: {
            query?: {
                /** @description Only replicas that were, or were not, heard of in the last 30 seconds. */
                live?: components["parameters"]["live"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
                /** @description Only what has this text, in any case, in one of: id, name and description; of upstreams also the nodes' `address:port`, of APIs also the front-end path, of associated APIs the API's id and name and the service's name, of releases id and description, of domains the domain, of replicas and their findings their names and addresses, of certificates name and host names, of endpoints the service's id and name. Reads the whole list where little fits. */
                q?: components["parameters"]["q"];
                /** @description The cursor in the `Link` of the page before: the page comes after its last item, whether that is still there or not. It serves the very list, filters and order it is of, and is 400 elsewhere. An item that stays is on exactly one page; one whose place in the order changes meanwhile (renamed, in the order of names) may be missed or seen twice. The order by `id` and by `created` never changes. */
                after?: components["parameters"]["after"];
                /** @description How many items to skip. For people: it skips and repeats when others create and delete, and costs more the further it goes. Not together with `after`. */
                offset?: components["parameters"]["offset"];
                /** @description The order, descending after a minus. Texts by code point. */
                sort?: "id" | "-id";
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
                instanceId: components["schemas"]["InstanceId"];
            };
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
                    "application/json": components["schemas"]["ReplicaList"];
                };
            };
            400: components["responses"]["Invalid"];
            404: components["responses"]["NotFound"];
            503: components["responses"]["Unavailable"];
        };
    };
    listReplicas: {
        parameters: {
            query?: {
                /** @description Only replicas that were, or were not, heard of in the last 30 seconds. */
                live?: components["parameters"]["live"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
                /** @description Only what has this text, in any case, in one of: id, name and description; of upstreams also the nodes' `address:port`, of APIs also the front-end path, of associated APIs the API's id and name and the service's name, of releases id and description, of domains the domain, of replicas and their findings their names and addresses, of certificates name and host names, of endpoints the service's id and name. Reads the whole list where little fits. */
                q?: components["parameters"]["q"];
                /** @description The cursor in the `Link` of the page before: the page comes after its last item, whether that is still there or not. It serves the very list, filters and order it is of, and is 400 elsewhere. An item that stays is on exactly one page; one whose place in the order changes meanwhile (renamed, in the order of names) may be missed or seen twice. The order by `id` and by `created` never changes. */
                after?: components["parameters"]["after"];
                /** @description How many items to skip. For people: it skips and repeats when others create and delete, and costs more the further it goes. Not together with `after`. */
                offset?: components["parameters"]["offset"];
                /** @description The order, descending after a minus. Texts by code point. */
                sort?: "id" | "-id";
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
            /** @description One page. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["ReplicaList"];
                };
            };
            400: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
    listCertificates: {
        parameters: {
            query?: {
                /** @description What the configuration calls it, exactly. */
                name?: components["parameters"]["Certificate.name"];
                /**
                 * @description Only what expires before this time (RFC 3339).
                 * @example 2026-04-01T00:00:00Z
                 */
                expires_before?: components["parameters"]["expires_before"];
                /** @description How many items at most. */
                limit?: components["parameters"]["limit"];
                /** @description Only what has this text, in any case, in one of: id, name and description; of upstreams also the nodes' `address:port`, of APIs also the front-end path, of associated APIs the API's id and name and the service's name, of releases id and description, of domains the domain, of replicas and their findings their names and addresses, of certificates name and host names, of endpoints the service's id and name. Reads the whole list where little fits. */
                q?: components["parameters"]["q"];
                /** @description The cursor in the `Link` of the page before: the page comes after its last item, whether that is still there or not. It serves the very list, filters and order it is of, and is 400 elsewhere. An item that stays is on exactly one page; one whose place in the order changes meanwhile (renamed, in the order of names) may be missed or seen twice. The order by `id` and by `created` never changes. */
                after?: components["parameters"]["after"];
                /** @description How many items to skip. For people: it skips and repeats when others create and delete, and costs more the further it goes. Not together with `after`. */
                offset?: components["parameters"]["offset"];
                /** @description The order, descending after a minus. Texts by code point. */
                sort?: "expires" | "-expires" | "name" | "-name";
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
            /** @description One page. */
            200: {
                headers: {
                    "Weir-Position": components["headers"]["Weir-Position"];
                    Link: components["headers"]["Link"];
                    [name: string]: unknown;
                };
                content: {
                    "application/json": components["schemas"]["CertificateList"];
                };
            };
            400: components["responses"]["Invalid"];
            503: components["responses"]["Unavailable"];
        };
    };
}
