# The web program, built from a clean checkout: docker build -t salescrm .
FROM node:22-bookworm-slim AS node

FROM mcr.microsoft.com/dotnet/sdk:10.0 AS build
# The build runs npm for the style sheets and scripts.
COPY --from=node /usr/local/bin/node /usr/local/bin/node
COPY --from=node /usr/local/lib/node_modules/npm /usr/local/lib/node_modules/npm
RUN ln -s ../lib/node_modules/npm/bin/npm-cli.js /usr/local/bin/npm \
 && ln -s ../lib/node_modules/npm/bin/npx-cli.js /usr/local/bin/npx
ENV DOTNET_CLI_TELEMETRY_OPTOUT=1 DOTNET_NOLOGO=1 CI=true
WORKDIR /source
COPY . .
RUN --mount=type=cache,target=/root/.nuget/packages --mount=type=cache,target=/root/.npm \
    dotnet publish src/SalesCrm.Web --configuration Release --output /published

# Ubuntu with ICU and time zones, which Chinese sorting and the company's clock need: not the "chiseled" kind.
FROM mcr.microsoft.com/dotnet/aspnet:10.0
WORKDIR /app
COPY --from=build /published .
# Everything that must outlive the container is under /data; a named volume takes over its owner and mode.
RUN mkdir --mode=700 /data && chown "$APP_UID:$APP_UID" /data && ln -s /data data
ENV ASPNETCORE_ENVIRONMENT=Production \
    ASPNETCORE_URLS=http://+:8080 \
    ASPNETCORE_HTTP_PORTS= \
    DOTNET_EnableDiagnostics=0 \
    Database__Provider=Sqlite \
    ConnectionStrings__SalesCrm="Data Source=/data/salescrm.db"
USER $APP_UID
VOLUME /data
EXPOSE 8080
# The image has no curl; bash opens the connection itself. The program answers only to its own host names, so one of them is sent.
HEALTHCHECK --interval=15s --timeout=5s --start-period=60s --retries=4 CMD ["bash", "-c", "\
host=${AllowedHosts%%;*}; \
exec 3<>/dev/tcp/127.0.0.1/8080 && \
printf 'GET /health/ready HTTP/1.1\\r\\nHost: %s\\r\\nConnection: close\\r\\n\\r\\n' \"${host:-localhost}\" >&3 && \
read -r -t 4 _ status _ <&3 && \
[ \"$status\" = 200 ]"]
ENTRYPOINT ["dotnet", "SalesCrm.Web.dll"]
