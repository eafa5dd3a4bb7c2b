# Two stages: the SDK builds, the runtime runs. Pinned by digest, so that the same file gives the same image.
FROM mcr.microsoft.com/dotnet/sdk:10.0.401@sha256:e70cdb7f80b0348f5cb85f19a8f670fca061f033d57eed12fa003d58b0e06317 AS build
WORKDIR /src
COPY . .
RUN CI=true dotnet publish src/Worker -c Release -o /app

FROM mcr.microsoft.com/dotnet/aspnet:10.0.12@sha256:222759b391a1aaf241166672c8f99b2d4ada452e7b5319f3c6e8f265a37b5ad4
# OpenMP, for gradient boosting.
RUN apt-get update && apt-get install -y --no-install-recommends libgomp1 && rm -rf /var/lib/apt/lists/*
COPY --from=build /app /app
# Where the program is started is where its settings and its SQLite file are; the only place it writes to, besides /tmp.
RUN mkdir /data && chown $APP_UID /data
WORKDIR /data
VOLUME /data
USER $APP_UID
# Torch's threads spin; what a training allocated goes back sooner from few arenas; diagnostics would want a pipe on a disk that is read-only.
ENV OMP_NUM_THREADS=1 MALLOC_ARENA_MAX=2 DOTNET_EnableDiagnostics=0
EXPOSE 8080
HEALTHCHECK --interval=10s --timeout=10s --start-period=30s CMD ["dotnet", "/app/livequality.dll", "health"]
ENTRYPOINT ["dotnet", "/app/livequality.dll"]
CMD ["serve"]
