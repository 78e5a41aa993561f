package io.weir.dataplane.route;

import static org.assertj.core.api.Assertions.assertThat;

import io.weir.contracts.value.ApiDefinition;
import io.weir.contracts.value.ApiId;
import io.weir.contracts.value.BackEnd;
import io.weir.contracts.value.BackPath;
import io.weir.contracts.value.Description;
import io.weir.contracts.value.Environment;
import io.weir.contracts.value.FrontEnd;
import io.weir.contracts.value.FrontPath;
import io.weir.contracts.value.Method;
import io.weir.contracts.value.Name;
import io.weir.contracts.value.ReleasedApi;
import io.weir.contracts.value.ServiceId;
import io.weir.contracts.value.Timeout;
import io.weir.contracts.value.UpstreamId;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class TargetPathTest {
  private static final String ENVIRONMENT = "/release";

  @ParameterizedTest(name = "{0} to {1}: {2} becomes {3}")
  @CsvSource({
    "/product, /shop, /product/a/b, /shop/a/b",
    "/product, /shop, /product, /shop",
    "/product, /shop/, /product/a, /shop/a",
    "/product, /, /product/a, /a",
    "/product, /, /product, /",
    "/product, /product, /product/a/b, /product/a/b",
    "/product/, /product/, /product/a, /product/a",
    "/, /, /, /",
    "/product/, /shop, /product/a, /shop/a",
    "/product/, /shop/, /product/a, /shop/a",
    "/, /, /a/b, /a/b",
    "/, /shop, /a/b, /shop/a/b",
    "/, /shop, /, /shop/",
    "/user, /people, /usertest, /peopletest",
    "/a, /b, /a//c, /b//c",
    "=/exact, /back, /exact, /back",
    "/users/{id}, /u/{id}/profile, /users/7, /u/7/profile",
    "/users/{id}, /u/{id}, /users/7/8/9, /u/7/8/9",
    "/{a}/x/{b}, /{b}/{a}, /1/x/2, /2/1",
    "/{a}/x/{b}/y, /{a}, /1/x/2/y, /1",
    "/users/{id}, /fixed, /users/7, /fixed",
    "/users/{id}, /u/{id}, /users/a%2Fb, /u/a%2Fb"
  })
  void mapsPaths(String front, String back, String path, String expected) {
    ApiDefinition api =
        new ApiDefinition(
            new Name("api"),
            Description.NONE,
            new FrontEnd(new FrontPath(front), Method.ANY),
            BackEnd.upstream(UpstreamId.random(), new BackPath(back), Timeout.DEFAULT));
    Route route =
        new Route(ServiceId.random(), Environment.RELEASE, new ReleasedApi(ApiId.random(), api));
    String before = ENVIRONMENT + path;
    assertThat(route.targetPath(before, ENVIRONMENT.length())).isEqualTo(expected);
    byte[] in = Ascii.bytes(before + " HTTP/1.1");
    byte[] out = new byte[3 + route.maxTargetLength(path.length())];
    int end = route.writeTargetPath(in, ENVIRONMENT.length(), before.length(), out, 3);
    assertThat(Ascii.text(out, 3, end)).isEqualTo(expected);
  }

  @Test
  void nothingAfterTheEnvironmentIsTheRoot() {
    Route route =
        new Route(
            ServiceId.random(),
            Environment.RELEASE,
            new ReleasedApi(
                ApiId.random(),
                new ApiDefinition(
                    new Name("api"),
                    Description.NONE,
                    new FrontEnd(new FrontPath("/"), Method.ANY),
                    BackEnd.upstream(
                        UpstreamId.random(), new BackPath("/shop"), Timeout.DEFAULT))));
    assertThat(route.targetPath(ENVIRONMENT, ENVIRONMENT.length())).isEqualTo("/shop/");
  }
}
