package io.weir.dataplane.http1;
