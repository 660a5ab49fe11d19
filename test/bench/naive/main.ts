import { ApolloClient, HttpLink, InMemoryCache, setLogVerbosity } from '@apollo/client/core'
import { DefaultApolloClient } from '@vue/apollo-composable'
import { createApp } from 'vue'
import Board from './Board.vue'

setLogVerbosity('error')
const client = new ApolloClient({
  link: new HttpLink({ uri: '/graphql/' }),
  cache: new InMemoryCache(),
})
const siteId = new URLSearchParams(location.search).get('site') ?? ''
createApp(Board, { siteId }).provide(DefaultApolloClient, client).mount('#app')
