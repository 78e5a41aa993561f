// Made from the OpenAPI documents by "npm run types": what forms may send.

export const limits = {
  "UpstreamRequest": {
    "id": {
      "pattern": "^upstream-[a-z0-9]{8}$"
    },
    "name": {
      "pattern": "^[A-Za-z0-9_]{1,50}$"
    },
    "vpcId": {
      "pattern": "^vpc-[a-z0-9]{8}$"
    },
    "description": {
      "maxLength": 500,
      "default": ""
    },
    "algorithm": {
      "default": "WEIGHTED_ROUND_ROBIN",
      "enum": [
        "WEIGHTED_ROUND_ROBIN"
      ]
    },
    "protocol": {
      "enum": [
        "HTTP",
        "HTTPS"
      ]
    },
    "nodes": {
      "minItems": 1,
      "maxItems": 200
    },
    "retries": {
      "minimum": 1,
      "maximum": 100,
      "default": 5
    },
    "httpVersion": {
      "default": "HTTP_1_1",
      "enum": [
        "HTTP_1_1",
        "HTTP_2"
      ]
    },
    "slowStartSeconds": {
      "minimum": 0,
      "maximum": 900,
      "default": 0
    },
    "version": {
      "minimum": 1
    },
    "position": {
      "minimum": 1
    }
  },
  "ServiceRequest": {
    "id": {
      "pattern": "^service-[a-z0-9]{8}$"
    },
    "name": {
      "pattern": "^[A-Za-z0-9_]{1,50}$"
    },
    "description": {
      "maxLength": 500,
      "default": ""
    },
    "instanceId": {
      "pattern": "^instance-[a-z0-9]{8}$"
    },
    "version": {
      "minimum": 1
    },
    "position": {
      "minimum": 1
    }
  },
  "ApiRequest": {
    "id": {
      "pattern": "^api-[a-z0-9]{8}$"
    },
    "serviceId": {
      "pattern": "^service-[a-z0-9]{8}$"
    },
    "serviceName": {
      "pattern": "^[A-Za-z0-9_]{1,50}$"
    },
    "name": {
      "pattern": "^[A-Za-z0-9_]{1,50}$"
    },
    "description": {
      "maxLength": 500,
      "default": ""
    },
    "version": {
      "minimum": 1
    },
    "position": {
      "minimum": 1
    }
  },
  "DomainChange": {
    "serviceId": {
      "pattern": "^service-[a-z0-9]{8}$"
    },
    "serviceName": {
      "pattern": "^[A-Za-z0-9_]{1,50}$"
    },
    "domain": {
      "maxLength": 253
    },
    "environment": {
      "enum": [
        "release",
        "prepub",
        "test"
      ]
    },
    "certificate": {
      "pattern": "^[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}$"
    },
    "certificateState": {
      "enum": [
        "PRESENT",
        "MISSING",
        "EXPIRED"
      ]
    },
    "version": {
      "minimum": 1
    },
    "position": {
      "minimum": 1
    }
  },
  "DomainRequest": {
    "serviceId": {
      "pattern": "^service-[a-z0-9]{8}$"
    },
    "serviceName": {
      "pattern": "^[A-Za-z0-9_]{1,50}$"
    },
    "domain": {
      "maxLength": 253
    },
    "environment": {
      "enum": [
        "release",
        "prepub",
        "test"
      ]
    },
    "certificate": {
      "pattern": "^[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}$"
    },
    "certificateState": {
      "enum": [
        "PRESENT",
        "MISSING",
        "EXPIRED"
      ]
    },
    "version": {
      "minimum": 1
    },
    "position": {
      "minimum": 1
    }
  },
  "Node": {
    "port": {
      "minimum": 1,
      "maximum": 65535
    },
    "weight": {
      "minimum": 0,
      "maximum": 100
    },
    "draining": {
      "default": false
    },
    "health": {
      "enum": [
        "OFF",
        "NO_DATA",
        "UNHEALTHY",
        "HEALTHY"
      ]
    }
  },
  "NodeRequest": {
    "port": {
      "minimum": 1,
      "maximum": 65535
    },
    "weight": {
      "minimum": 0,
      "maximum": 100
    },
    "draining": {
      "default": false
    },
    "health": {
      "enum": [
        "OFF",
        "NO_DATA",
        "UNHEALTHY",
        "HEALTHY"
      ]
    }
  },
  "RetryOn": {
    "statuses": {
      "default": []
    },
    "nonIdempotent": {
      "default": false
    }
  },
  "HealthChecker": {
    "enableActiveCheck": {
      "default": false
    },
    "enablePassiveCheck": {
      "default": false
    },
    "healthyHttpStatus": {
      "maxLength": 255,
      "pattern": "^[2-5][0-9]{2}(-[2-5][0-9]{2})?(,[2-5][0-9]{2}(-[2-5][0-9]{2})?)*$"
    },
    "unhealthyHttpStatus": {
      "maxLength": 255,
      "pattern": "^[2-5][0-9]{2}(-[2-5][0-9]{2})?(,[2-5][0-9]{2}(-[2-5][0-9]{2})?)*$"
    },
    "tcpFailureThreshold": {
      "minimum": 0,
      "maximum": 254,
      "default": 2
    },
    "timeoutThreshold": {
      "minimum": 0,
      "maximum": 254,
      "default": 3
    },
    "httpFailureThreshold": {
      "minimum": 0,
      "maximum": 254,
      "default": 5
    },
    "activeCheckHttpPath": {
      "maxLength": 512,
      "default": "/"
    },
    "activeCheckTimeout": {
      "minimum": 1,
      "maximum": 60,
      "default": 5
    },
    "activeCheckInterval": {
      "minimum": 1,
      "maximum": 3600,
      "default": 5
    },
    "unhealthyTimeout": {
      "minimum": 0,
      "maximum": 3600,
      "default": 30
    },
    "panicThreshold": {
      "minimum": 0,
      "maximum": 100,
      "default": 0
    }
  },
  "UpstreamLimits": {
    "maxConnectionsPerNode": {
      "minimum": 1,
      "maximum": 1000000,
      "default": 1024
    },
    "maxRequestsPerNode": {
      "minimum": 1,
      "maximum": 1000000,
      "default": 1024
    },
    "maxRequests": {
      "minimum": 1,
      "maximum": 1000000,
      "default": 10000
    }
  },
  "NodeTls": {
    "verify": {
      "default": true
    },
    "caCertificate": {
      "pattern": "^[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}$"
    },
    "clientCertificate": {
      "pattern": "^[A-Za-z0-9_-][A-Za-z0-9._-]{0,63}$"
    }
  },
  "FrontEnd": {
    "path": {
      "maxLength": 513
    },
    "method": {
      "enum": [
        "ANY",
        "GET",
        "HEAD",
        "POST",
        "PUT",
        "DELETE",
        "PATCH",
        "OPTIONS"
      ]
    }
  },
  "BackEnd": {
    "type": {
      "default": "VPC_RESOURCES",
      "enum": [
        "VPC_RESOURCES"
      ]
    },
    "connectionMode": {
      "default": "VPC_UPSTREAM",
      "enum": [
        "VPC_UPSTREAM"
      ]
    },
    "upstreamId": {
      "pattern": "^upstream-[a-z0-9]{8}$"
    },
    "path": {
      "maxLength": 512
    },
    "method": {
      "enum": [
        "GET",
        "HEAD",
        "POST",
        "PUT",
        "DELETE",
        "PATCH",
        "OPTIONS"
      ]
    },
    "timeoutMillis": {
      "minimum": 1,
      "maximum": 1800000,
      "default": 15000
    }
  },
  "ReleaseRequest": {
    "environment": {
      "enum": [
        "release",
        "prepub",
        "test"
      ]
    },
    "description": {
      "maxLength": 500,
      "default": ""
    }
  },
  "EnvironmentRequest": {
    "releaseId": {
      "pattern": "^release-[a-z0-9]{8}$"
    }
  },
  "Request": {
    "requestId": {
      "maxLength": 128
    },
    "position": {
      "minimum": 0
    },
    "serviceId": {
      "pattern": "^service-[a-z0-9]{8}$"
    },
    "environment": {
      "enum": [
        "release",
        "prepub",
        "test"
      ]
    },
    "apiId": {
      "pattern": "^api-[a-z0-9]{8}$"
    },
    "upstreamId": {
      "pattern": "^upstream-[a-z0-9]{8}$"
    },
    "received": {
      "minimum": 0
    },
    "sent": {
      "minimum": 0
    },
    "micros": {
      "minimum": 0
    }
  },
  "TryRequest": {
    "serviceId": {
      "pattern": "^service-[a-z0-9]{8}$"
    },
    "environment": {
      "enum": [
        "release",
        "prepub",
        "test"
      ]
    },
    "method": {
      "enum": [
        "GET",
        "HEAD",
        "POST",
        "PUT",
        "PATCH",
        "DELETE",
        "OPTIONS"
      ]
    },
    "path": {
      "maxLength": 4096
    },
    "headers": {
      "maxItems": 50
    }
  },
  "KeyRequest": {
    "name": {
      "pattern": "^[A-Za-z0-9_]{1,50}$"
    },
    "role": {
      "enum": [
        "VIEWER",
        "AUDITOR",
        "OPERATOR",
        "ADMIN"
      ]
    },
    "scope": {
      "maxItems": 100,
      "default": []
    },
    "expiresAt": {
      "pattern": "^[0-9]{4}-[0-9]{2}-[0-9]{2}T[0-9]{2}:[0-9]{2}:[0-9]{2}Z$"
    }
  },
  "VpcRequest": {
    "id": {
      "pattern": "^vpc-[a-z0-9]{8}$"
    },
    "name": {
      "pattern": "^[A-Za-z0-9_]{1,50}$"
    },
    "description": {
      "maxLength": 500,
      "default": ""
    },
    "upstreamCount": {
      "minimum": 0
    },
    "version": {
      "minimum": 1
    },
    "position": {
      "minimum": 1
    }
  },
  "NetworkRequest": {
    "id": {
      "pattern": "^ccn-[a-z0-9]{8}$"
    },
    "name": {
      "pattern": "^[A-Za-z0-9_]{1,50}$"
    },
    "description": {
      "maxLength": 500,
      "default": ""
    },
    "version": {
      "minimum": 1
    },
    "position": {
      "minimum": 1
    }
  },
  "InstanceRequest": {
    "id": {
      "pattern": "^instance-[a-z0-9]{8}$"
    },
    "name": {
      "pattern": "^[A-Za-z0-9_]{1,50}$"
    },
    "description": {
      "maxLength": 500,
      "default": ""
    },
    "vpcId": {
      "pattern": "^vpc-[a-z0-9]{8}$"
    },
    "serviceCount": {
      "minimum": 0
    },
    "version": {
      "minimum": 1
    },
    "position": {
      "minimum": 1
    }
  }
} as const;
